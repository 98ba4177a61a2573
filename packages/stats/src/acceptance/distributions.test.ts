import { expect, test } from "vitest";
import cdfs from "../../fixtures/acceptance-distributions-cdf.json" with { type: "json" };
import pdfs from "../../fixtures/acceptance-distributions-pdf.json" with { type: "json" };
import ppfs from "../../fixtures/acceptance-distributions-ppf.json" with { type: "json" };
import type { ContinuousDistribution, DiscreteDistribution } from "../index";
import * as library from "../index";

type Either = ContinuousDistribution | DiscreteDistribution;
const families = library as unknown as Readonly<Record<string, (parameters: object) => Either>>;

interface Case {
  readonly name: string;
  readonly parameters: object;
  readonly grid: readonly number[];
  readonly values: string;
}

/** The grids of reference/acceptance_distributions.py, with the same roundings. */
const places = ([low = 0, high = 0]: readonly number[]) =>
  Array.from({ length: 1000 }, (_, i) => low + ((high - low) * i) / 999);
const tail = Array.from({ length: 30 }, (_, i) => 2 ** (i - 40));
const probabilities = [
  ...tail,
  ...Array.from({ length: 940 }, (_, i) => (i + 1) / 941),
  ...tail.map((p) => 1 - p).reverse(),
];

function expectEqual(
  what: string,
  { name, parameters, values }: Case,
  xs: readonly number[],
  at: (d: Either, x: number) => number,
) {
  const d = families[name]!(parameters);
  const wanted = new Float64Array(new Uint8Array(Buffer.from(values, "base64")).buffer);
  expect(wanted).toHaveLength(1000);
  expect(xs).toHaveLength(1000);
  const wrong = xs.flatMap((x, i) => {
    const got = at(d, x);
    // Relative, so that the tails are held as well; 0 has to be 0.
    const close = Math.abs(got - wanted[i]!) <= 1e-10 * Math.abs(wanted[i]!);
    return close ? [] : [`${what} of ${name} at ${x}: ${got}, not ${wanted[i]}`];
  });
  expect(wrong).toEqual([]);
}

test("roadmap FND-012: pdf, cdf and ppf of 22 distributions equal SciPy's to 1e-10 at 1,000 places each, both tails among them", () => {
  for (const { cases } of [pdfs, cdfs, ppfs]) {
    expect(new Set(cases.map(({ name }) => name)).size).toBe(22);
  }
  for (const each of pdfs.cases) {
    expectEqual("pdf", each, places(each.grid), (d, x) => ("pmf" in d ? d.pmf(x) : d.pdf(x)));
  }
  for (const each of cdfs.cases) expectEqual("cdf", each, places(each.grid), (d, x) => d.cdf(x));
  for (const each of ppfs.cases) expectEqual("ppf", each, probabilities, (d, p) => d.ppf(p));
});
