/**
 * Words that say nothing about what a package adds. An honest companion tells what it is for (`datasetsforecast`, `pytest-cov`);
 * a squatter wants a name that passes for the project itself (`pycryptoenv`, `pycryptoconf`).
 */

const emptyWords: ReadonlySet<string> = new Set(
  (
    "api app base beta build cli client common conf config core dev env ext extra extras fix fixed helper helpers " +
    "install installer kit latest lib library libs main mod module new next official package patch pkg plus pro " +
    "run runner sdk setup stable test testing tests tool tools update updated upgrade util utils"
  ).split(" "),
);

export function isEmptyWord(word: string): boolean {
  return emptyWords.has(word);
}

export const listOfEmptyWords: readonly string[] = [...emptyWords];
