import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { divideByPower } from "./number";
import { parseCSV } from "./parse-csv";

/** Digits with a point in them, as programs print doubles and as they do not. */
const decimals = fc
  .tuple(fc.constantFrom("", "-"), fc.stringMatching(/^[0-9]{1,20}$/), fc.nat({ max: 20 }))
  .map(([sign, digits, after]) => {
    const padded = digits.padStart(after + 1, "0");
    const whole = padded.slice(0, padded.length - after).replace(/^0+(?=\d)/, "");
    return `${sign}${whole}.${padded.slice(padded.length - after)}5`;
  });

describe("numbers in CSV", () => {
  test("every decimal is the nearest double", () => {
    fc.assert(
      fc.property(fc.array(decimals, { minLength: 20, maxLength: 60 }), (texts) => {
        const values = parseCSV(`n,m\n0.5,\n${texts.map((text) => `${text},`).join("\n")}\n`);
        expect(values.column("n").toArray().slice(1)).toEqual(texts.map(Number));
      }),
      { numRuns: 200 },
    );
  });

  test("doubles as they are printed come back", () => {
    const printed = fc.double({ noNaN: true, min: -1e9, max: 1e9 }).map(String);
    fc.assert(
      fc.property(fc.array(printed, { minLength: 20, maxLength: 60 }), (texts) => {
        const values = parseCSV(`n,m\n0.5,\n${texts.map((text) => `${text},`).join("\n")}\n`);
        expect(values.column("n").toArray().slice(1)).toEqual(texts.map(Number));
      }),
      { numRuns: 200 },
    );
  });

  test("a quotient that lies between two doubles is left to the slower way", () => {
    expect(divideByPower(2 ** 53, 1, 0)).toBeNaN();
    expect(divideByPower(1, 0, 1)).toBe(0.1);
  });
});
