import { describe, expect, test } from "vitest";
import { decodeMappings, originalPosition } from "./source-map";

describe("decodeMappings", () => {
  test("adds up the differences, over lines and within them", () => {
    // Worked out by hand: A = 0, C = 1, D = -1, E = 2, G = 3; "gB" is 16, of two digits.
    expect(decodeMappings("AAAA,CAAE;AACD,gBAGA;;C")).toEqual([
      [
        { generatedColumn: 0, line: 0, column: 0 },
        { generatedColumn: 1, line: 0, column: 2 },
      ],
      [
        { generatedColumn: 0, line: 1, column: 1 },
        { generatedColumn: 16, line: 4, column: 1 },
      ],
      [],
      [],
    ]);
  });
});

describe("originalPosition", () => {
  const lines = decodeMappings("AAAA,IAAQ");

  test.each([
    [1, 1],
    [4, 4],
    [5, 9],
    [7, 11],
  ])("column %i came from column %i", (column, expected) => {
    expect(originalPosition(lines, 1, column)).toEqual({ line: 1, column: expected });
  });

  test("stays where it is on lines that the map does not know", () => {
    expect(originalPosition(lines, 9, 3)).toEqual({ line: 9, column: 3 });
  });
});
