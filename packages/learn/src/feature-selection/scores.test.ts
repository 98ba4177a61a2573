import { ParameterError, ShapeError, setWarningSink, ValueError } from "@gradus/core";
import { SparseTensor, type Tensor, tensor } from "@gradus/tensor";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readFixture } from "../testing/fixtures";
import { expectClose } from "../testing/missing";
import { selectionData } from "../testing/selection-cases";
import { chi2 } from "./chi2";
import { fClassif } from "./f-classif";
import { fRegression } from "./f-regression";
import { mutualInfoClassif, mutualInfoRegression } from "./mutual-info-scores";
import { kthDistances, kthDistancesInPlane, sortValues } from "./nearest-values";
import { rRegression } from "./r-regression";
import type { FeatureScores, FeatureTests } from "./scores";

interface Case {
  readonly function: keyof typeof functions;
  readonly table: string;
  readonly options: object;
  readonly scores: (number | "Infinity" | null)[];
  readonly pvalues: (number | null)[] | null;
}

type AnyScore = (X: Tensor, y: unknown, options: object) => FeatureTests | FeatureScores;

const functions = {
  chi2,
  fClassif,
  fRegression,
  mutualInfoClassif,
  mutualInfoRegression,
  rRegression,
};
const cases = readFixture<Case>("feature-scores").map((c) => ({
  ...c,
  name: `${c.function} of ${c.table}, ${JSON.stringify(c.options)}`,
}));

/** Silences warnings and counts them. */
function quietly(run: () => void): number {
  let count = 0;
  const previous = setWarningSink(() => count++);
  try {
    run();
  } finally {
    setWarningSink(previous);
  }
  return count;
}

describe("score functions", () => {
  test.each(cases)("agree with scikit-learn: $name", async (c) => {
    const { X, y } = await selectionData(c.table);
    quietly(() => {
      const score = functions[c.function] as unknown as AnyScore;
      const found = score(X, y, c.options);
      const tests = "scores" in found ? found : { scores: found, pvalues: null };
      c.scores.forEach((value, j) => {
        const expected = value === "Infinity" ? Infinity : value;
        // An F of 10³² is a ratio to what rounding leaves.
        if (Number(value) > 1e20) expect(tests.scores[j]).toBeGreaterThan(1e20);
        else expectOne(tests.scores[j]!, expected, 1e-9);
        if (c.pvalues) expectOne(tests.pvalues![j]!, c.pvalues[j]!, 1e-7);
      });
    });
  });

  test("take sparse features", async () => {
    const { X, y } = await selectionData("small counts");
    const sparse = SparseTensor.fromDense(X);
    quietly(() => {
      expect(chi2(sparse, y as never)).toEqual(chi2(X, y as never));
      expect(fClassif(sparse, y as never)).toEqual(fClassif(X, y as never));
      expect(rRegression(sparse, y as number[])).toEqual(rRegression(X, y as number[]));
      const discrete = mutualInfoClassif(X, y as never, { discreteFeatures: true });
      expect(mutualInfoClassif(sparse, y as never)).toEqual(discrete);
    });
    expect(() => mutualInfoClassif(sparse, y as never, { discreteFeatures: false })).toThrow(
      ValueError,
    );
  });

  test("do not change by scale or shift, where they should not", () => {
    const X = [
      [1, 5],
      [2, 3],
      [4, 4],
      [3, 8],
      [7, 1],
    ];
    const moved = X.map(([a, b]) => [1000 * a! - 5, 3 - b!]);
    const y = [1, 2, 4, 3, 9];
    const labels = ["a", "b", "a", "b", "b"];
    expectClose([...fRegression(moved, y).scores], [...fRegression(X, y).scores], { rtol: 1e-10 });
    expectClose([...fClassif(moved, labels).scores], [...fClassif(X, labels).scores], {
      rtol: 1e-10,
    });
    expect(rRegression(moved, y)[1]).toBeCloseTo(-rRegression(X, y)[1]!, 12);
    const doubled = X.map((row) => row.map((value) => 2 * value));
    const twice = [...chi2(X, labels).scores].map((score) => 2 * score);
    expectClose([...chi2(doubled, labels).scores], twice, { rtol: 1e-12 });
  });

  test("seeds make mutual information the same, and others another", () => {
    const X = Array.from({ length: 40 }, (_, i) => [(i * 7) % 13]);
    const y = X.map(([x], i) => x! + (i % 3));
    const found = (seed?: number) => mutualInfoRegression(X, y, { seed })[0];
    expect(found(5)).toBe(found(5));
    expect(new Set([found(1), found(2), found()]).size).toBeGreaterThan(1);
  });

  test("warn of features that do not vary", () => {
    const X = [
      [1, 2],
      [1, 3],
      [1, 5],
    ];
    expect(quietly(() => expect(fClassif(X, ["a", "a", "b"]).scores[0]).toBeNaN())).toBe(1);
    expect(fClassif([[1], [1], [2]], ["a", "a", "b"])).toEqual({
      scores: Float64Array.of(Infinity),
      pvalues: Float64Array.of(0),
    });
  });

  test("refuse what does not fit", () => {
    const X = [
      [1, 2],
      [3, 4],
      [5, 7],
    ];
    expect(() => chi2([[1], [-1]], ["a", "b"])).toThrow(
      "expected numbers >= 0 in X, got -1 at row 1",
    );
    expect(() => chi2(SparseTensor.fromDense(tensor([[1], [-1]])), ["a", "b"])).toThrow(ValueError);
    expect(() => fClassif(X, ["a", "a", "a"])).toThrow(ValueError);
    expect(() => fClassif(X, ["a", "b", "c"])).toThrow("fewer than rows, 3, got 3");
    expect(() => fClassif([[Number.NaN], [1]], ["a", "b"])).toThrow(ValueError);
    expect(() => chi2(X, ["a", "b"])).toThrow(ShapeError);
    expect(() => fRegression(X, [1, 2])).toThrow(ShapeError);
    expect(() =>
      fRegression(X, [
        [1, 2],
        [1, 2],
        [1, 2],
      ]),
    ).toThrow(ShapeError);
    expect(() => fRegression([[1], [2]], [1, 2])).toThrow("expected at least 3 rows, got 2");
    expect(() => rRegression(X, [1, 2, 3], { center: 1 } as never)).toThrow(ParameterError);
    expect(() => rRegression(X, [1, 2, 3], { forceFinite: 1 } as never)).toThrow(ParameterError);
    const info = (options: object) => () => mutualInfoClassif(X, ["a", "a", "b"], options);
    expect(info({ nNeighbors: 0 })).toThrow(ParameterError);
    expect(info({ nNeighbors: 3 })).toThrow("nNeighbors must be less than the number of rows, 3");
    expect(info({ seed: -1, nNeighbors: 1 })).toThrow(ParameterError);
    expect(info({ discreteFeatures: "none" })).toThrow(ParameterError);
    expect(info({ discreteFeatures: [true] })).toThrow(ShapeError);
  });
});

test("distances to the k-th nearest are those of a search through all", () => {
  const number = fc.integer({ min: -50, max: 50 }).map((value) => value / 4);
  const points = fc.array(fc.tuple(number, number), { minLength: 4, maxLength: 30 });
  fc.assert(
    fc.property(points, fc.integer({ min: 1, max: 3 }), (list, k) => {
      const [x, y] = [list.map(([a]) => a), list.map(([, b]) => b)];
      const kth = (distances: number[]) => distances.sort((a, b) => a - b)[k - 1];
      const byX = sortValues(Float64Array.from(x));
      const inPlane = kthDistancesInPlane(byX, Float64Array.from(y), k);
      const onLine = kthDistances(byX.sorted, k);
      byX.order.forEach((i, at) => {
        const others = [...list.keys()].filter((j) => j !== i);
        const across = others.map((j) =>
          Math.max(Math.abs(x[i]! - x[j]!), Math.abs(y[i]! - y[j]!)),
        );
        expect(inPlane[at]).toBe(kth(across));
        expect(onLine[at]).toBe(kth(others.map((j) => Math.abs(x[i]! - x[j]!))));
      });
    }),
  );
});

function expectOne(actual: number, expected: number | null, rtol: number): void {
  if (expected === null) expect(actual).toBeNaN();
  else if (expected === Infinity) expect(actual).toBe(Infinity);
  else expect(Math.abs(actual - expected)).toBeLessThanOrEqual(rtol * Math.abs(expected) + 1e-14);
}
