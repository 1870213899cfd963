/** Trusting a package: at once when a quick fix says which and where, else after asking. */

import { workspace } from "vscode";
import type { TrustArguments, TrustDetails } from "../../../server/src/lsp/protocol.ts";
import type { LanguageServer } from "../languageServer.ts";
import { askForName, askForReason, askForScope } from "../policy/askFor.ts";
import { changePolicy, type PolicyOutcome } from "../policy/changePolicy.ts";
import { type PolicyScope, policyScopes } from "../policy/scopes.ts";

/** The command's handler. Its argument is {@link TrustArguments}; without one, as from the palette, it asks. */
export function makeTrustCommand(server: LanguageServer) {
  return async (argument?: unknown): Promise<PolicyOutcome | undefined> => {
    if (argument === undefined) return trustAsking(server, policyScopes());
    const { name, scope, folder } = argument as TrustArguments;
    // The folder may have left the workspace since the quick fix was offered.
    const found = policyScopes().find(
      (each) => each.scope === scope && (each.folder?.uri.toString() ?? null) === folder,
    );
    return found && trust(server, found, name, {});
  };
}

/** Asks for the name, the reason and, where there is a choice, the scope. */
export async function trustAsking(
  server: LanguageServer,
  scopes: readonly PolicyScope[],
): Promise<PolicyOutcome | undefined> {
  const name = await askForName();
  if (!name) return undefined;
  const reason = await askForReason(name);
  if (reason === undefined) return undefined;
  // What an untrusted workspace says cannot switch a finding off, so that only the user's own settings help.
  const scope = await askForScope(
    workspace.isTrusted ? scopes : scopes.filter(({ scope }) => scope === "user"),
  );
  return scope && trust(server, scope, name, reason === "" ? {} : { reason });
}

function trust(server: LanguageServer, scope: PolicyScope, name: string, details: TrustDetails) {
  return changePolicy(server, scope, { kind: "trust", name, details });
}
