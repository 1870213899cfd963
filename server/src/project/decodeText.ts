/** The text of a file as pip and Python take it: by its byte order mark, which need not be that of UTF-8. */

/** By the bytes that they begin with; those of UTF-32 before those of UTF-16, which they begin with themselves. */
const marks: readonly { readonly bytes: readonly number[]; decode(bytes: Uint8Array): string }[] = [
  { bytes: [0xef, 0xbb, 0xbf], decode: decodeAs("utf-8") },
  { bytes: [0xff, 0xfe, 0, 0], decode: (bytes) => decodeUtf32(bytes, true) },
  { bytes: [0, 0, 0xfe, 0xff], decode: (bytes) => decodeUtf32(bytes, false) },
  { bytes: [0xff, 0xfe], decode: decodeAs("utf-16le") },
  { bytes: [0xfe, 0xff], decode: decodeAs("utf-16be") },
];

/** Without the mark; UTF-8 where there is none. What is malformed becomes replacement characters. */
export function decodeText(bytes: Uint8Array): string {
  const mark = marks.find((each) => each.bytes.every((byte, index) => bytes[index] === byte));
  return mark ? mark.decode(bytes.subarray(mark.bytes.length)) : decodeAs("utf-8")(bytes);
}

/** No part of the language, but of every host: of Node, of browsers and of their workers. */
declare const TextDecoder: new (
  encoding: string,
  options: { readonly ignoreBOM: boolean },
) => { decode(bytes: Uint8Array): string };

function decodeAs(encoding: string): (bytes: Uint8Array) => string {
  return (bytes) => new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
}

function decodeUtf32(bytes: Uint8Array, littleEndian: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const characters: string[] = [];
  for (let offset = 0; offset + 4 <= view.byteLength; offset += 4) {
    const code = view.getUint32(offset, littleEndian);
    characters.push(code <= 0x10ffff ? String.fromCodePoint(code) : "�");
  }
  return characters.join("");
}
