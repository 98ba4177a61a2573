/** The lines of a text in UTF-8 that comes in parts. */
export function readLines(parts: Iterable<Uint8Array>): string[] {
  let text = "";
  for (const part of parts) text += new TextDecoder().decode(part);
  const lines = text.split("\n");
  if (lines.at(-1) === "") lines.pop();
  return lines.map((line) => line.replace(/\r$/, ""));
}
