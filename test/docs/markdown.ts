/** Markdown as far as the tests of the documents need it: sections, fenced blocks, quotations and links. */

export interface Section {
  /** The heading without its `#`; the first section is the page's title. */
  readonly title: string;
  readonly blocks: readonly Block[];
  /** Quoted paragraphs (`> …`), each as one line. */
  readonly quotes: readonly string[];
}

export interface Block {
  readonly language: string;
  /** What stands after the language: the name of the file that the block shows, or nothing. */
  readonly file: string | null;
  readonly text: string;
}

export function readSections(markdown: string): Section[] {
  const sections: { title: string; lines: string[] }[] = [];
  let fenced = false;
  for (const line of markdown.split("\n")) {
    // In a block, `#` begins a comment.
    if (line.trimStart().startsWith("```")) fenced = !fenced;
    const title = fenced ? undefined : /^#{1,2} (.+)$/.exec(line)?.[1];
    if (title !== undefined) sections.push({ title, lines: [] });
    else sections.at(-1)?.lines.push(line);
  }
  return sections.map(({ title, lines }) => {
    const text = lines.join("\n");
    return { title, blocks: readBlocks(text), quotes: readQuotes(text) };
  });
}

/** Also those in lists, without the indentation that makes them part of the list. */
export function readBlocks(markdown: string): Block[] {
  return [...markdown.matchAll(/^( *)```(\S+)(?: (\S+))?\n([\s\S]*?)^\1```$/gm)].map(
    ([, indentation, language, file, text]) => ({
      language: language!,
      file: file ?? null,
      text: text!.replaceAll(new RegExp(`^${indentation}`, "gm"), ""),
    }),
  );
}

/** The addresses of all links and pictures. */
export function readLinks(markdown: string): string[] {
  return [...markdown.matchAll(/\]\(([^)\s]+)\)/g)].map(([, address]) => address!);
}

function readQuotes(markdown: string): string[] {
  return [...markdown.matchAll(/^> (.+)$/gm)].map(([, sentence]) => sentence!);
}
