/** What can be done with an entry of the Trusted Packages view. Each gives undefined when the person dismisses a question. */

import { env, l10n, window } from "vscode";
import type { TrustDetails, TrustedEntry } from "../../../server/src/lsp/protocol.ts";
import { askForDay, askForReason, askForScope } from "../policy/askFor.ts";
import type { PolicyOutcome } from "../policy/outcome.ts";
import type { PolicyEditor } from "../policy/policyEditor.ts";
import { type PolicyScope, placeOf, writableScopes } from "../policy/scopes.ts";
import type { EntryNode, ScopeNode } from "./tree.ts";
import { scopesThatCount } from "./trustPackage.ts";

type Outcome = Promise<PolicyOutcome | undefined>;

export async function editReason(policy: PolicyEditor, node: EntryNode): Outcome {
  const { key, reason } = node.entry;
  const answer = await askForReason([key], reason ?? "");
  if (answer === undefined) return undefined;
  return edit(policy, node, "reason", answer);
}

export async function editExpiry(policy: PolicyEditor, node: EntryNode): Outcome {
  const { key, expires } = node.entry;
  const answer = await askForDay(key, expires ?? "", new Date().toISOString().slice(0, 10));
  if (answer === undefined) return undefined;
  return edit(policy, node, "expires", answer);
}

export async function remove(policy: PolicyEditor, { scope, entry: { key: name } }: EntryNode): Outcome {
  const sentence = l10n.t("'{name}' is no longer trusted in {place}.", { name, place: placeOf(scope) });
  return policy.change({ scope, changes: [{ kind: "untrust", name }] }, sentence);
}

export async function move(policy: PolicyEditor, { scope, entry }: EntryNode): Outcome {
  const target = await askForOtherScope(scope, l10n.t("Move '{name}' to", { name: entry.key }));
  if (!target) return undefined;
  const sentence = l10n.t("'{name}' is now trusted in {place}, and no longer in {old}.", {
    name: entry.key,
    place: placeOf(target),
    old: placeOf(scope),
  });
  const untrust = { kind: "untrust", name: entry.key } as const;
  return policy.changeSeveral([trustStep(target, entry), { scope, changes: [untrust] }], sentence);
}

export async function copy(policy: PolicyEditor, { scope, entry }: EntryNode): Outcome {
  const target = await askForOtherScope(scope, l10n.t("Copy '{name}' to", { name: entry.key }));
  if (!target) return undefined;
  const sentence = l10n.t("'{name}' is now trusted in {place} too.", {
    name: entry.key,
    place: placeOf(target),
  });
  return policy.change(trustStep(target, entry), sentence);
}

/** As one would write it in a settings file: one entry, or the list of a scope, or of all scopes with the nearest winning. */
export async function copyAsJson(entries: readonly TrustedEntry[]): Promise<void> {
  const list = Object.fromEntries(entries.map((entry) => [entry.key, detailsOf(entry)]));
  await env.clipboard.writeText(JSON.stringify({ "namesake.trustedPackages": list }, null, 2));
  window.setStatusBarMessage(l10n.t("Trusted packages copied as JSON."), 4000);
}

export function entriesOf(nodes: readonly (ScopeNode | EntryNode)[]): TrustedEntry[] {
  return nodes.flatMap((node) => (node.kind === "entry" ? [node.entry] : node.entries));
}

function edit(
  policy: PolicyEditor,
  { scope, entry }: EntryNode,
  property: keyof TrustDetails,
  value: string,
): Outcome {
  const { [property]: _, ...others } = detailsOf(entry);
  const details: TrustDetails = value === "" ? others : { ...others, [property]: value };
  const { key: name } = entry;
  const sentence = l10n.t("The entry '{name}' is changed in {place}.", { name, place: placeOf(scope) });
  return policy.change({ scope, changes: [{ kind: "trust", name, details }] }, sentence);
}

function trustStep(scope: PolicyScope, entry: TrustedEntry) {
  return { scope, changes: [{ kind: "trust", name: entry.key, details: detailsOf(entry) } as const] };
}

function askForOtherScope(scope: PolicyScope, title: string): Promise<PolicyScope | undefined> {
  const others = scopesThatCount(writableScopes()).filter((other) => placeOf(other) !== placeOf(scope));
  return askForScope(others, title);
}

function detailsOf({ reason, by, expires }: TrustedEntry): TrustDetails {
  return { ...(reason && { reason }), ...(by && { by }), ...(expires && { expires }) };
}
