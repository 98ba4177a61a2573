// Bytes of a text for the figure: each with the character that it belongs to.

/** A byte, and the character that begins with it, if one does. */
export interface TextByte {
  readonly value: number;
  readonly begins: string | undefined;
}

/** The bytes of a text in UTF-8, character by character. */
export function bytesOf(text: string): TextByte[] {
  return [...text].flatMap((letter) =>
    [...new TextEncoder().encode(letter)].map((value, i) => ({
      value,
      begins: i === 0 ? letter.replace(/\p{Cs}/u, "�") : undefined,
    })),
  );
}

/** What a reader of an encoding makes of bytes; characters that cannot be seen become a dot. */
export function readAs(bytes: readonly TextByte[], encoding: string): string {
  const text = new TextDecoder(encoding).decode(Uint8Array.from(bytes, ({ value }) => value));
  return text.replace(/\p{Cc}/gu, "·");
}

/** How many characters a reader sees, where several code points may make one. */
export function seen(text: string): number {
  return [...new Intl.Segmenter("en").segment(text)].length;
}

export const hex = (value: number) => value.toString(16).toUpperCase().padStart(2, "0");
