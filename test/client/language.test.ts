/** The client in VS Code's language. */

import { describe, expect, test, vi } from "vitest";
import { countPlaces, list } from "../../client/src/words.ts";
import { activate, client, clients } from "./activated.ts";
import { state } from "./fakeVscode.ts";

vi.mock("vscode", () => import("./fakeVscode.ts"));

const french = { "{count} place": "{count} endroit", "{count} places": "{count} endroits" };

describe("the sentences that VS Code has", () => {
  const sent = async () => {
    activate();
    await client.api.start();
    return clients[0]?.options.initializationOptions();
  };

  test("go to the server too", async () => {
    state.translations = french;
    expect(await sent()).toMatchObject({ translations: french });
  });

  test("are none in English", async () => {
    expect(await sent()).not.toHaveProperty("translations");
  });
});

describe("counted things", () => {
  test("have the language's own plurals", () => {
    expect([0, 1, 2].map(countPlaces)).toEqual(["0 places", "1 place", "2 places"]);
    Object.assign(state, { language: "fr", translations: french });
    expect([0, 1, 2].map(countPlaces)).toEqual(["0 endroit", "1 endroit", "2 endroits"]);
  });

  test("are English with English plurals where there is no translation", () => {
    state.language = "fr";
    expect([countPlaces(0), list(["a", "b"])]).toEqual(["0 places", "a, b"]);
  });
});
