import { RandomGenerator } from "@gradus/core";
import { defineCheck, expectEqual, expectThat, misconception } from "@gradus/course-kit";

interface Submission {
  outliers(values: readonly number[]): number[];
}

export default defineCheck(({ outliers }: Submission) => {
  expectThat(Array.isArray(outliers([1, 2, 3])), "`outliers` returns a list of numbers.");
  for (let seed = 1; seed <= 40; seed++) {
    const values = someValues(seed);
    const before = [...values];
    const found = outliers(values);
    expectThat(
      values.every((value, i) => Object.is(value, before[i])),
      "The list that came in must stay as it was: sort a copy.",
    );
    const right = outside(values, clean, between);
    if (same(found, right)) continue;
    if (same(outliers(values.filter((x) => !Number.isNaN(x))), right)) {
      misconception("missing-stays");
    }
    if (same(found, sigma(values))) misconception("three-sigma");
    if (same(found, outside(values, asText, between))) misconception("text-order");
    if (
      same(
        found,
        outside(values, clean, (sorted, place) => sorted[Math.floor(place)]!),
      )
    ) {
      misconception("nearest-place");
    }
    expectEqual(found, right, { of: `outliers of ${values.length} values (seed ${seed})` });
  }
  expectEqual(outliers([2, 3, 3, 4, 5, 6, 40]), [40], { of: "outliers([2, 3, 3, 4, 5, 6, 40])" });
  expectEqual(outliers([9, 0, 10, 11, 10, 12]), [0], { of: "outliers([9, 0, 10, 11, 10, 12])" });
  expectEqual(outliers([0, 4, 4, 8, 8, 14]), [], {
    of: "outliers([0, 4, 4, 8, 8, 14])",
    because: "14 stands exactly on the fence, and that is not outside",
  });
  expectEqual(outliers([14, 10, 10, 6, 6, 0].map((x) => -x)), [], {
    of: "outliers of the same numbers turned round",
    because: "-14 stands exactly on the fence, and that is not outside",
  });
});

/** A crowd, some gaps, and values of every distance on both sides. */
function someValues(seed: number): number[] {
  const random = new RandomGenerator(seed);
  const crowd = Array.from({ length: 5 + (seed % 7) }, () => random.normal(40, 25));
  const wild = Array.from({ length: 4 }, () => random.uniform(-120, 250));
  return [...wild, ...crowd, Number.NaN, random.uniform(90, 200)].map(
    (x) => Math.round(x * 10) / 10,
  );
}

const clean = (values: readonly number[]) =>
  values.filter((value) => !Number.isNaN(value)).toSorted((a, b) => a - b);
const asText = (values: readonly number[]) => clean(values).map(String).toSorted().map(Number);

function between(sorted: readonly number[], place: number): number {
  const low = sorted[Math.floor(place)]!;
  return low + (place - Math.floor(place)) * (sorted[Math.ceil(place)]! - low);
}

function outside(
  values: readonly number[],
  order: (values: readonly number[]) => number[],
  at: (sorted: readonly number[], place: number) => number,
): number[] {
  const sorted = order(values);
  const [q1, q3] = [at(sorted, 0.25 * (sorted.length - 1)), at(sorted, 0.75 * (sorted.length - 1))];
  const reach = 1.5 * (q3 - q1);
  return values.filter((value) => value < q1 - reach || value > q3 + reach);
}

function sigma(values: readonly number[]): number[] {
  const present = clean(values);
  const mean = present.reduce((sum, x) => sum + x, 0) / present.length;
  const squares = present.reduce((sum, x) => sum + (x - mean) ** 2, 0);
  const std = Math.sqrt(squares / (present.length - 1));
  return values.filter((value) => Math.abs(value - mean) > 3 * std);
}

function same(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((value, i) => Object.is(value, b[i]));
}
