import { describe, expect, test } from "vitest";
import { difference } from "./compare";

const table = (columns: Readonly<Record<string, readonly unknown[]>>) => {
  const names = Object.keys(columns);
  const nRows = columns[names[0]!]!.length;
  return {
    columns: names,
    rows: () =>
      Array.from({ length: nRows }, (_, i) =>
        Object.fromEntries(names.map((name) => [name, columns[name]![i]])),
      ),
  };
};

const sales = table({ town: ["Ames", "Boone", null], price: [2, Number.NaN, 4] });

describe("tables", () => {
  test("agree in any order of their columns, within the tolerance", () => {
    const same = table({ price: [2 + 1e-9, Number.NaN, 4], town: ["Ames", "Boone", null] });
    expect(difference(same, sales)).toBeNull();
    expect(difference(table({ day: [new Date(0)] }), table({ day: [new Date(0)] }))).toBeNull();
  });

  test.each([
    [
      table({ town: ["Ames"], Price: [2] }),
      "expected the columns `town`, `price`, got `town`, `Price`",
    ],
    [
      table({ town: ["Ames"], price: [2], n: [1] }),
      "expected only the columns `town`, `price`, got also `n`",
    ],
    [table({ town: ["Ames", "Boone"], price: [2, Number.NaN] }), "expected 3 rows, got 2"],
    [
      table({ town: ["Ames", "Nevada"], price: [2, Number.NaN] }),
      'expected 3 rows, got 2; at row 2 of column `town`, expected "Boone", got "Nevada"',
    ],
    [
      table({ town: ["Ames", "Boone", null], price: [2, 0, 4] }),
      "at row 2 of column `price`, expected NaN, got 0",
    ],
    [
      table({ town: ["Ames", "Boone", ""], price: [2, Number.NaN, 4] }),
      'at row 3 of column `town`, expected null, got ""',
    ],
    [[1, 2], "expected a table of 3 rows, got [1, 2]"],
  ])("that differ are told apart: %#", (found, message) => {
    expect(difference(found, sales)).toBe(message);
  });

  test("a date is no text, and is shown with its time only where it has one", () => {
    const dates = table({ day: [new Date(Date.UTC(2024, 2, 1))] });
    expect(difference(table({ day: ["2024-03-01"] }), dates)).toBe(
      'at row 1 of column `day`, expected 2024-03-01, got "2024-03-01"',
    );
    expect(difference(table({ day: [new Date(Date.UTC(2024, 2, 1, 9, 30))] }), dates)).toBe(
      "at row 1 of column `day`, expected 2024-03-01, got 2024-03-01 09:30",
    );
  });
});
