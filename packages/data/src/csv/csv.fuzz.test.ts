import { ParseError } from "@gradus/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DataFrame } from "../frame/data-frame";
import { parseCSV } from "./parse-csv";

/** Text with what a reader finds hard: quotes, delimiters, line ends, marks, characters beyond ASCII. */
const awkward = fc.oneof(
  fc.string({
    unit: fc.constantFrom('"', ",", ";", "\n", "\r", " ", "a", "0", "é", "😀", "\ufeff"),
  }),
  fc.constantFrom("NA", "", "null", "true", "1e5", "007", "-", "'", "\\"),
);
const cells = {
  number: fc.oneof(fc.double(), fc.integer(), fc.constant(Number.NaN)),
  string: fc.option(awkward),
  boolean: fc.option(fc.boolean()),
};
const frames = fc
  .tuple(
    fc.uniqueArray(
      fc.record({
        // Names are trimmed only when they are not quoted, and need at least one character.
        name: awkward.filter((name) => name !== ""),
        type: fc.constantFrom("number", "string", "boolean" as const),
      }),
      { minLength: 1, maxLength: 5, selector: (column) => column.name },
    ),
    fc.nat({ max: 6 }),
  )
  .chain(([columns, nRows]) =>
    fc.tuple(
      fc.constant(columns),
      fc.tuple(
        ...columns.map(({ type }) =>
          fc.array(cells[type as "number"], { minLength: nRows, maxLength: nRows }),
        ),
      ),
    ),
  );

describe("fuzzed CSV", () => {
  test("what toCSV writes, parseCSV with the same types reads back", () => {
    fc.assert(
      fc.property(frames, fc.constantFrom(",", ";", "\t"), ([columns, values], delimiter) => {
        const rows = values[0]!.map((_, i) => values.map((column) => column[i]!));
        const types = Object.fromEntries(columns.map(({ name, type }) => [name, type]));
        const source = DataFrame.fromColumns(
          Object.fromEntries(columns.map(({ name }, j) => [name, values[j]!])),
        );
        const text = source.toCSV({ delimiter });
        const read = parseCSV(text, { delimiter, types: types as Record<string, "number"> });
        expect(read.nRows).toBe(rows.length);
        columns.forEach(({ name }, j) => {
          expect(read.column(name).toArray()).toEqual(values[j]);
        });
      }),
      { numRuns: 1000 },
    );
  });

  test("whatever the text, each line is in the table, or a ParseError says what is wrong", () => {
    const line = fc.string({ unit: fc.constantFrom('"', ",", "a", "1", " ", "é"), maxLength: 8 });
    fc.assert(
      fc.property(fc.array(line, { maxLength: 6 }), (lines) => {
        const text = lines.join("\n");
        let read: DataFrame;
        try {
          const names = namesFor(text);
          const types = Object.fromEntries(names.map((name) => [name, "string" as const]));
          read = parseCSV(text, { names, types });
        } catch (error) {
          expect(error).toBeInstanceOf(ParseError);
          expect((error as ParseError).line).toBeLessThanOrEqual(lines.length + 1);
          return;
        }
        // Every character that is neither quote, delimiter nor line end is in some cell.
        const characters = (t: string) => [...t].filter((c) => !'",\n'.includes(c)).length;
        const kept = read
          .rows()
          .flatMap((row) => Object.values(row))
          .map((cell) => characters(cell === null ? "" : String(cell)));
        expect(kept.reduce((a, b) => a + b, 0)).toBe(characters(text));
      }),
      { numRuns: 1500 },
    );
  });

  test("a table cut short or with a byte changed never loses a row silently", () => {
    const whole = Array.from({ length: 8 }, (_, i) => `${i},"t${i}, x",${i % 2 === 0}`);
    const text = `n,t,b\n${whole.join("\n")}\n`;
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.constantFrom('"', ",", "\n", "a"), (at, change) => {
        const mangled = text.slice(0, at) + change + text.slice(at + 1);
        let read: DataFrame;
        try {
          read = parseCSV(mangled);
        } catch (error) {
          expect(error).toBeInstanceOf(ParseError);
          return;
        }
        expect(read.nRows).toBe(8);
      }),
      { numRuns: 1000 },
    );
  });
});

/** Names for as many fields as the first row has, where that can be told; one otherwise. */
function namesFor(text: string): string[] {
  try {
    parseCSV(text, { names: [] });
  } catch (error) {
    const got = /got (\d+)$/.exec((error as Error).message);
    if (got) return Array.from({ length: Number(got[1]) }, (_, i) => `c${i}`);
  }
  return ["c0"];
}
