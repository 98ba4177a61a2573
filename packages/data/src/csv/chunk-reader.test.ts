import { getNumThreads, setNumThreads } from "@gradus/kernels";
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import type { CSVOptions } from "./options";
import { readText } from "./read-text";
import { csvReport } from "./report";
import { bytesSource } from "./text-source";

/** A table and its report as plain values, or the error. */
function outcome(bytes: Uint8Array, options: CSVOptions, chunkBytes: number) {
  try {
    const table = readText("readCSV", options, bytesSource(bytes), chunkBytes);
    const columns = table.columns.map((name) => table.column(name));
    return {
      columns: columns.map((column) => [column.name, column.type, column.toArray()]),
      report: csvReport(table),
    };
  } catch (error) {
    return String(error);
  }
}

const values = fc.oneof(
  { arbitrary: fc.integer().map(String), weight: 4 },
  { arbitrary: fc.double().map(String), weight: 4 },
  fc.bigInt(0n, 10n ** 20n).map(String),
  fc
    .tuple(fc.bigInt(0n, 10n ** 19n), fc.nat(30), fc.integer({ min: -40, max: 40 }))
    .map(([digits, place, power]) => {
      const text = String(digits).padStart(place + 1, "0");
      return `${text.slice(0, text.length - place)}.${text.slice(text.length - place)}e${power}`;
    }),
  fc.date({ noInvalidDate: true }).map((date) => date.toISOString().slice(0, 19)),
  fc.date({ noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10)),
  fc.constantFrom(
    "true",
    "FALSE",
    "True",
    "NA",
    "",
    "NaN",
    '""',
    "-0",
    "007",
    "-",
    "+1",
    ".5",
    "5.",
  ),
  fc.constantFrom(
    '"a,b"',
    '"two\nlines"',
    '"said ""so"""',
    '"12"',
    "é",
    "😀",
    'in"ch',
    '"x"y',
    "long text of more than sixteen bytes",
  ),
);
const columnOf = fc.oneof(
  fc.constant(undefined),
  fc.integer().map(String),
  fc.constantFrom("1.5", "2020-01-02", "true", "text", "NA"),
);

const threadsBefore = getNumThreads();
afterAll(() => void setNumThreads(threadsBefore));

describe("reading in chunks", () => {
  test("gives what reading row by row gives, or the same error", () => {
    const text = fc
      .array(columnOf, { minLength: 1, maxLength: 4 })
      .chain((columns) =>
        fc.tuple(
          fc.constant(columns),
          fc.array(
            fc.tuple(
              ...columns.map((usual) =>
                usual ? fc.oneof({ arbitrary: fc.constant(usual), weight: 9 }, values) : values,
              ),
            ),
            { minLength: 20, maxLength: 120 },
          ),
          fc.constantFrom("\n", "\r\n", "\r"),
        ),
      )
      .map(([columns, rows, end]) =>
        [columns.map((_, k) => `c${k}`), ...rows].map((row) => row.join(",")).join(end),
      );
    fc.assert(
      fc.property(text, fc.constantFrom(48, 200, 1000), fc.boolean(), (csv, chunkBytes, skips) => {
        setNumThreads(skips ? 1 : 2);
        const bytes = new TextEncoder().encode(csv);
        const options = skips ? ({ onBadLine: "skip" } as const) : {};
        expect(outcome(bytes, options, chunkBytes)).toEqual(outcome(bytes, options, 0));
      }),
      { numRuns: 1500 },
    );
  });
});
