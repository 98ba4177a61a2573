import { defineCheck, expectEqual, expectThat, misconception } from "@gradus/course-kit";

interface Submission {
  readLines(parts: Iterable<Uint8Array>): string[];
}

/** Texts with all their kinds of ends, and the half of a character at the end of a file. */
const CASES: readonly (readonly [bytes: Uint8Array, lines: readonly string[]])[] = [
  [encode("one\ntwo\nthree\n"), ["one", "two", "three"]],
  [encode("Zürich\n\n東京 😀\n"), ["Zürich", "", "東京 😀"]],
  [encode("Zürich\nBern"), ["Zürich", "Bern"]],
  [encode("a\r\nb\r\n"), ["a", "b"]],
  [encode("a\rb\n"), ["a\rb"]],
  [Uint8Array.of(0x61, 0x0a, 0xf0, 0x9f), ["a", "�"]],
  [encode(""), []],
];

export default defineCheck(({ readLines }: Submission) => {
  for (const [bytes, lines] of CASES) {
    for (const size of [1, 2, 3, 5, 100]) {
      const parts = cut(bytes, size);
      const got = readLines(parts);
      expectThat(Array.isArray(got), "`readLines` returns a list of texts.");
      if (same(got, lines)) continue;
      const text = new TextDecoder().decode(bytes);
      if (got.some((line) => line.endsWith("\r"))) misconception("carriage-returns");
      if (same(got, lines.slice(0, -1)) && !text.endsWith("\n")) misconception("last-line-lost");
      if (replaced(got) > replaced(lines)) misconception("half-characters");
      if (got.length > lines.length && glued(got) === glued(lines))
        misconception("parts-are-lines");
      expectEqual(got, lines, {
        of: `The lines of ${JSON.stringify(text)} in parts of ${size}`,
      });
    }
  }
});

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function cut(bytes: Uint8Array, size: number): Uint8Array[] {
  const count = Math.ceil(bytes.length / size);
  return Array.from({ length: count }, (_, i) => bytes.slice(i * size, (i + 1) * size));
}

function same(got: readonly string[], lines: readonly string[]): boolean {
  return got.length === lines.length && got.every((line, i) => line === lines[i]);
}

function replaced(lines: readonly string[]): number {
  return lines.join("").split("�").length - 1;
}

function glued(lines: readonly string[]): string {
  return lines.join("").replaceAll("\r", "");
}
