/** The lines of a text in UTF-8 that comes in parts. */
export function readLines(parts: Iterable<Uint8Array>): string[] {
  const decoder = new TextDecoder();
  const lines: string[] = [];
  let rest = "";
  for (const part of parts) {
    const found = (rest + decoder.decode(part, { stream: true })).split("\n");
    rest = found.pop()!;
    lines.push(...found);
  }
  rest += decoder.decode();
  if (rest !== "") lines.push(rest);
  return lines;
}
