/** The lines of a text in UTF-8 that comes in parts. */
export function readLines(parts: Iterable<Uint8Array>): string[] {
  const decoder = new TextDecoder();
  const lines: string[] = [];
  for (const part of parts) {
    const found = decoder.decode(part, { stream: true }).split("\n");
    if (found.at(-1) === "") found.pop();
    lines.push(...found.map((line) => line.replace(/\r$/, "")));
  }
  return lines;
}
