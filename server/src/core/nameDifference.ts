/** Where two names differ, so that a reader sees it at a glance. */

export interface NamePart {
  readonly text: string;
  readonly differs: boolean;
}

export interface NameDifference {
  readonly written: readonly NamePart[];
  readonly target: readonly NamePart[];
}

/** Names above this length are shown whole as different: nobody reads them letter by letter, and the table is quadratic. */
const longestCompared = 100;

/** Marks the letters that the longest common subsequence of the two names leaves over. */
export function compareNames(written: string, target: string): NameDifference {
  if (written.length > longestCompared || target.length > longestCompared) {
    return { written: [{ text: written, differs: true }], target: [{ text: target, differs: true }] };
  }
  const shared = commonLetters(written.toLowerCase(), target.toLowerCase());
  return {
    written: join(
      [...written],
      shared.map(([place]) => place),
    ),
    target: join(
      [...target],
      shared.map(([, place]) => place),
    ),
  };
}

/** Pairs of places with equal letters, in order, as many as possible. */
function commonLetters(a: string, b: string): [number, number][] {
  const width = b.length + 1;
  const longest = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      longest[i * width + j] =
        a[i] === b[j]
          ? longest[(i + 1) * width + j + 1]! + 1
          : Math.max(longest[(i + 1) * width + j]!, longest[i * width + j + 1]!);
    }
  }
  const pairs: [number, number][] = [];
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    if (a[i] === b[j]) pairs.push([i++, j++]);
    else if (longest[(i + 1) * width + j]! >= longest[i * width + j + 1]!) i += 1;
    else j += 1;
  }
  return pairs;
}

function join(letters: readonly string[], shared: readonly number[]): NamePart[] {
  const same = new Set(shared);
  const parts: { text: string; differs: boolean }[] = [];
  for (const [place, letter] of letters.entries()) {
    const differs = !same.has(place);
    const last = parts.at(-1);
    if (last?.differs === differs) last.text += letter;
    else parts.push({ text: letter, differs });
  }
  return parts;
}
