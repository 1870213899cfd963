/** Reads the trees of our views as a person does, through the providers that VS Code asks. */
import assert from "node:assert/strict";
import * as vscode from "vscode";
import type { ClientApi } from "../../client/src/activateClient.ts";
import { eventually } from "./support.ts";

export async function api(): Promise<ClientApi> {
  const extension = vscode.extensions.getExtension<ClientApi>("namesake-dev.namesake");
  assert(extension);
  const found = await extension.activate();
  await found.start();
  return found;
}

/** Each line of a tree as `label (description)`, indented below its parent. */
export async function lines<Node>(tree: vscode.TreeDataProvider<Node>): Promise<string[]> {
  const read = async (parent: Node | undefined, indent: string): Promise<string[]> => {
    const result: string[] = [];
    for (const node of (await tree.getChildren(parent)) ?? []) {
      const { label, description } = await tree.getTreeItem(node);
      result.push(`${indent}${label}${description ? ` (${description})` : ""}`);
      result.push(...(await read(node, `${indent}  `)));
    }
    return result;
  };
  return read(undefined, "");
}

/** The node whose labels lead to it from the top, once it is there: the views follow files at VS Code's pace. */
export async function nodeAt<Node>(tree: vscode.TreeDataProvider<Node>, ...path: string[]): Promise<Node> {
  return eventually(async () => {
    let parent: Node | undefined;
    for (const label of path) {
      const children: Node[] = (await tree.getChildren(parent)) ?? [];
      const items = await Promise.all(children.map((child) => tree.getTreeItem(child)));
      const found = children[items.findIndex((item) => item.label === label)];
      assert(found, `no ${label} among ${items.map((item) => item.label).join(", ")}`);
      parent = found;
    }
    assert(parent);
    return parent;
  });
}
