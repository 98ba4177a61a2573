import { ParameterError } from "@gradus/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import fixture from "../../fixtures/special.json";
import * as library from "../index";
import { scaledBessel } from "./bessel";
import { betaQuantile, logBetaTails } from "./incomplete-beta";
import { gammaQuantile, logGammaTails } from "./incomplete-gamma";

const functions = library as unknown as Readonly<Record<string, (...args: number[]) => number>>;
const cases = Object.entries(fixture.cases) as unknown as [string, [number[], number][]][];

describe("special functions", () => {
  // Far tails lose what the exponent's rounding takes: 1e-16 of a logarithm of up to 700.
  test.each(cases)("%s equals mpmath to 5e-13", (name, rows) => {
    expect(rows.length).toBeGreaterThan(0);
    for (const [args, value] of rows) {
      const error = Math.abs(functions[name]!(...args) - value);
      expect(error, `${name}(${args.join(", ")})`).toBeLessThanOrEqual(5e-13 * Math.abs(value));
    }
  });

  const tail = fc.double({ min: -300, max: Math.log10(0.5), noNaN: true }).map((e) => 10 ** e);
  const size = fc.double({ min: -2, max: 5, noNaN: true }).map((e) => 10 ** e);
  const side = fc.boolean();

  test("the incomplete gamma function's inverse goes back to the same probability in both tails", () => {
    fc.assert(
      fc.property(size, tail, side, (a, p, below) => {
        const x = below ? gammaQuantile(a, p, 1 - p) : gammaQuantile(a, 1 - p, p);
        fc.pre(x > 1e-300);
        const tails = logGammaTails(a, x);
        const log = below ? tails.lower : tails.upper;

        expect(Math.abs(log - Math.log(p))).toBeLessThan(1e-11);
      }),
      { numRuns: 300 },
    );
  });

  test("the incomplete beta function's inverse goes back to the same probability in both tails", () => {
    fc.assert(
      fc.property(size, size, tail, side, (a, b, p, below) => {
        const { x, y } = below ? betaQuantile(a, b, p, 1 - p) : betaQuantile(a, b, 1 - p, p);
        fc.pre(x > 1e-300 && y > 1e-300);
        const tails = logBetaTails(a, b, x, y);
        const log = below ? tails.lower : tails.upper;
        expect(Math.abs(log - Math.log(p))).toBeLessThan(1e-11);
      }),
      { numRuns: 300 },
    );
  });

  test("I(a, b; x) and I(b, a; 1 − x) are one", () => {
    fc.assert(
      fc.property(size, size, fc.integer({ min: 1, max: 1023 }), (a, b, k) => {
        const sum = library.betainc(a, b, k / 1024) + library.betainc(b, a, 1 - k / 1024);
        expect(sum).toBeCloseTo(1, 12);
      }),
    );
  });

  test("Bessel functions hold at the change of method", () => {
    expect(scaledBessel(0, 20)).toBeCloseTo(scaledBessel(0, 20 + 1e-12), 13);
    expect(scaledBessel(1, 20)).toBeCloseTo(scaledBessel(1, 20 + 1e-12), 13);
  });

  test("ends of their domains", () => {
    expect(library.ndtri(0)).toBe(Number.NEGATIVE_INFINITY);
    expect(library.ndtri(1)).toBe(Number.POSITIVE_INFINITY);
    expect(library.erfinv(1)).toBe(Number.POSITIVE_INFINITY);
    expect(library.erfcinv(2)).toBe(Number.NEGATIVE_INFINITY);
    expect(library.gammaln(-2)).toBe(Number.POSITIVE_INFINITY);
    expect(library.gammainc(0, 1)).toBe(1);
    expect(library.gammaincinv(2, 1)).toBe(Number.POSITIVE_INFINITY);
    expect(library.betaincinv(2, 3, 0)).toBe(0);
    expect(library.betaincinv(2, 3, 1)).toBe(1);
    expect(library.zeta(1)).toBe(Number.POSITIVE_INFINITY);
    expect(library.logChoose(3, 4)).toBe(Number.NEGATIVE_INFINITY);
  });

  test("are NaN beyond their domains, and an order of polygamma that is none is an error", () => {
    expect(library.ndtri(1.1)).toBeNaN();
    expect(library.erfinv(-2)).toBeNaN();
    expect(library.gammaFunction(-1)).toBeNaN();
    expect(library.digamma(0)).toBeNaN();
    expect(library.zeta(0.5)).toBeNaN();
    expect(library.gammainc(-1, 2)).toBeNaN();
    expect(library.gammaincinv(2, -0.1)).toBeNaN();
    expect(library.betainc(1, -1, 0.5)).toBeNaN();
    expect(library.betaincinv(1, 1, 2)).toBeNaN();
    expect(() => library.polygamma(0.5, 1)).toThrow(ParameterError);
  });
});
