/** Data grows old, and people are told: in the status of our own client, and in the log of every other editor. */

import { afterEach, expect, test } from "vitest";
import { type Status, statusRequest } from "../../server/src/lsp/protocol.ts";
import { dayOfData } from "../support/day.ts";
import { type Editor, settingsWith, startEditor } from "../support/editor.ts";

let editor: Editor | undefined;
afterEach(() => editor?.stop());

const sentence = `The data is of ${dayOfData()} and 91 days old. Update Namesake to know what came to PyPI since.`;

/** Opens a file in an editor so many days after the data was collected. */
async function work(daysLater: number, options = {}): Promise<Editor> {
  const now = () => new Date(`${dayOfData(daysLater)}T12:00:00Z`);
  editor = await startEditor({ runtime: { now }, options });
  const uri = "file:///project/requirements.txt";
  await editor.open(uri, "pip-requirements", "reqeusts\n");
  expect(await editor.diagnostics(uri)).toHaveLength(1);
  return editor;
}

const statusOf = ({ connection }: Editor): Promise<Status> =>
  connection.sendRequest(statusRequest, { uri: null });

test("an editor reads it once in its log", async () => {
  const { logged, shown } = await work(91);
  expect({ logged, shown }).toEqual({ logged: [sentence], shown: [] });
});

test("an editor reads nothing while the data is young", async () => {
  expect((await work(90)).logged).toEqual([]);
});

test("our own client is told when it asks", async () => {
  const own = await work(91, { settings: settingsWith({}) });
  expect(await statusOf(own)).toMatchObject({ ageInDays: 91, oldData: sentence });
  expect(own.logged).toEqual([]);
});

test("our own client is told the age while the data is young", async () => {
  const own = await work(90, { settings: settingsWith({}) });
  expect(await statusOf(own)).toMatchObject({ ageInDays: 90, oldData: null });
});
