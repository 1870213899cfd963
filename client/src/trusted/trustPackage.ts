/** Trusting a package: at once when a quick fix says which and where, else after asking. */

import { l10n, workspace } from "vscode";
import {
  isNameOrPattern,
  type Review,
  reviewRequest,
  type TrustArguments,
  type TrustDetails,
} from "../../../server/src/lsp/protocol.ts";
import type { LanguageServer } from "../languageServer.ts";
import { askForName, askForReason, askForScope } from "../policy/askFor.ts";
import type { PolicyOutcome } from "../policy/outcome.ts";
import type { PolicyEditor } from "../policy/policyEditor.ts";
import { type PolicyScope, placeOf, scopeOf, writableScopes } from "../policy/scopes.ts";
import { countPlaces } from "../words.ts";

/** The command's handler. Its argument is {@link TrustArguments}; without one, as from the palette, it asks. */
export function makeTrustCommand(server: LanguageServer, policy: PolicyEditor) {
  return async (argument?: unknown): Promise<PolicyOutcome | undefined> => {
    if (argument === undefined) return trustAsking(server, policy, writableScopes());
    const { name, scope, folder } = argument as TrustArguments;
    // The folder may have left the workspace since the quick fix was offered.
    const found = scopeOf({ origin: { scope, file: null }, folder });
    return found && trust(policy, found, name, {});
  };
}

/** Asks for the name, the reason and, where there is a choice, the scope. */
export async function trustAsking(
  server: LanguageServer,
  policy: PolicyEditor,
  scopes: readonly PolicyScope[],
): Promise<PolicyOutcome | undefined> {
  const name = await askForName(await flaggedNames(server));
  if (!name) return undefined;
  const reason = await askForReason([name]);
  if (reason === undefined) return undefined;
  const scope = await askForScope(scopesThatCount(scopes));
  return scope && trust(policy, scope, name, reason === "" ? {} : { reason });
}

/** What an untrusted workspace says cannot switch a finding off, so that only the user's own settings help. */
export function scopesThatCount(scopes: readonly PolicyScope[]): readonly PolicyScope[] {
  return workspace.isTrusted ? scopes : scopes.filter(({ scope }) => scope === "user");
}

/** Of those that can be trusted. */
async function flaggedNames(server: LanguageServer): Promise<{ label: string; description: string }[]> {
  const { packages } = await server.request<Review>(reviewRequest);
  return packages
    .filter(({ name }) => isNameOrPattern(name))
    .map(({ name, places }) => ({ label: name, description: countPlaces(places.length) }));
}

function trust(
  policy: PolicyEditor,
  scope: PolicyScope,
  name: string,
  details: TrustDetails,
): Promise<PolicyOutcome> {
  const sentence = l10n.t("'{name}' is now trusted in {place}.", { name, place: placeOf(scope) });
  return policy.change({ scope, changes: [{ kind: "trust", name, details }] }, sentence);
}
