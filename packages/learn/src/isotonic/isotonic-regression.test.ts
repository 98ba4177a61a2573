import {
  NotFittedError,
  ParameterError,
  ShapeError,
  setWarningSink,
  ValueError,
} from "@gradus/core";
import { DataFrame } from "@gradus/data";
import { tensor } from "@gradus/tensor";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { EstimatorJSON } from "../base/json";
import { expectAllClose, readFixture, readFixtureData } from "../testing/fixtures";
import {
  IsotonicRegression,
  type IsotonicRegressionOptions,
  isotonicRegression,
} from "./isotonic-regression";

interface Case {
  readonly name: string;
  readonly options: IsotonicRegressionOptions;
  readonly table: string;
  readonly weighted: number[] | null;
  readonly xThresholds: number[];
  readonly yThresholds: number[];
  readonly isIncreasing: boolean;
  readonly predicted: (number | null)[];
  readonly plain: number[];
}

const tables = readFixtureData("isotonic") as Record<string, { x: number[]; y: number[] }>;
const close = { rtol: 1e-12 };

function silently<T>(work: () => T): { result: T; seen: string[] } {
  const seen: string[] = [];
  const previous = setWarningSink(({ message }) => seen.push(message));
  try {
    return { result: work(), seen };
  } finally {
    setWarningSink(previous);
  }
}

// The contract of estimators wants several features, which this one refuses: its cases that matter are below.
describe("IsotonicRegression", () => {
  test.each(readFixture<Case>("isotonic"))("agrees with scikit-learn: $name", (c) => {
    const { x, y } = tables[c.table]!;
    const weights = c.weighted ? { sampleWeight: c.weighted } : {};
    const { result: model } = silently(() => new IsotonicRegression(c.options).fit(x, y, weights));
    expectAllClose([...model.xThresholds], c.xThresholds, close);
    expectAllClose([...model.yThresholds], c.yThresholds, { rtol: 1e-12, atol: 1e-13 });
    expect(model.isIncreasing).toBe(c.isIncreasing);
    const [low, high] = [Math.min(...x) - 1, Math.max(...x) + 1];
    const points = Array.from({ length: 12 }, (_, i) => low + ((high - low) * i) / 11);
    const predicted = [...model.predict(points).data()];
    expect(predicted.map(Number.isNaN)).toEqual(c.predicted.map((value) => value === null));
    const zeroed = (values: readonly (number | null)[]) =>
      values.map((value) => (Number.isNaN(value) ? 0 : (value ?? 0)));
    expectAllClose(zeroed(predicted), zeroed(c.predicted), { rtol: 1e-9, atol: 1e-12 });
    const { yMin, yMax, increasing } = c.options;
    const plain = isotonicRegression(y, {
      ...(c.weighted && { sampleWeight: c.weighted.map((weight) => weight + 0.1) }),
      ...(yMin !== undefined && { yMin, yMax: yMax! }),
      increasing: increasing !== false,
    });
    expectAllClose(plain, c.plain, { rtol: 1e-12, atol: 1e-13 });
  });

  test("the result is monotone, as close as any pools, and stays where it is", () => {
    const values = fc.array(fc.double({ min: -10, max: 10, noNaN: true }), {
      minLength: 1,
      maxLength: 30,
    });
    fc.assert(
      fc.property(values, (y) => {
        const fitted = [...isotonicRegression(y).data()];
        fitted.forEach((value, i) => {
          expect(value).toBeGreaterThanOrEqual(i === 0 ? -10 : fitted[i - 1]!);
        });
        // The residuals of each level add to 0, and no level would rather be cut: the conditions of an optimum.
        for (const level of new Set(fitted)) {
          const own = y.filter((_, i) => fitted[i] === level);
          let sum = 0;
          for (const value of own) {
            sum += value - level;
            expect(sum).toBeGreaterThanOrEqual(-1e-9);
          }
          expect(Math.abs(sum)).toBeLessThan(1e-9);
        }
        expectAllClose(isotonicRegression(fitted), fitted, { rtol: 1e-12 });
      }),
      { seed: 3 },
    );
  });

  test("takes a column, an array, a tensor and a table alike", () => {
    const [x, y] = [
      [3, 1, 2],
      [5, 1, 4],
    ];
    const expected = [...new IsotonicRegression().fit(x, y).predict([1.5]).data()];
    const table = DataFrame.fromColumns({ size: x });
    for (const X of [x.map((value) => [value]), tensor(x), Float64Array.from(x), table]) {
      expect([
        ...new IsotonicRegression()
          .fit(X, y)
          .predict([[1.5]])
          .data(),
      ]).toEqual(expected);
    }
    const named = new IsotonicRegression().fit(table, y);
    expect(named.transform([[1.5]]).data()).toEqual(named.predict([[1.5]]).data());
    expect(() => new IsotonicRegression().transform([[1.5]])).toThrow("call fit first");
    expect(named.featureNamesIn).toEqual(["size"]);
    expect(() => named.predict(DataFrame.fromColumns({ age: [1] }))).toThrow(ValueError);
  });

  test("keeps what estimators promise", () => {
    const model = new IsotonicRegression({ yMax: 4, outOfBounds: "clip" });
    expect(() => model.predict([1])).toThrow(NotFittedError);
    expect(() => model.xThresholds).toThrow(NotFittedError);
    model.fit([1, 2, 3], [1, 5, 4]);
    expect([model.xMin, model.xMax, model.nFeaturesIn]).toEqual([1, 3, 1]);
    const json = JSON.parse(JSON.stringify(model)) as EstimatorJSON;
    const restored = IsotonicRegression.fromJSON(json);
    expect(restored.getParams()).toEqual(model.getParams());
    expect(restored.predict([0, 1.5, 9]).toArray()).toEqual([1, 2.5, 4]);
    expect(() => model.clone().predict([1])).toThrow(NotFittedError);
    expect(Object.isFrozen(model)).toBe(true);
    expect(model.score([1, 2, 3], [1, 4, 4])).toBe(1);
  });

  test("refuses what cannot be", () => {
    for (const options of [{ yMin: 2, yMax: 1 }, { increasing: "down" }, { outOfBounds: "zero" }]) {
      expect(() => new IsotonicRegression(options as never)).toThrow(ParameterError);
    }
    expect(() => isotonicRegression([1], { yMin: 2, yMax: 1 })).toThrow(ParameterError);
    const model = new IsotonicRegression({ outOfBounds: "raise" });
    expect(() => model.fit([[1, 2]], [1])).toThrow(ShapeError);
    expect(() => model.fit([1, 2], [1])).toThrow(ShapeError);
    expect(() =>
      model.fit([1, 2], [
        [1, 2],
        [3, 4],
      ] as never),
    ).toThrow(ShapeError);
    expect(() => model.fit([1, Number.NaN], [1, 2])).toThrow(ValueError);
    expect(() => model.fit([1, 2], [1, 2], { sampleWeight: [0, 0] })).toThrow(ValueError);
    model.fit([1, 2], [1, 2]);
    expect(() => model.predict([3])).toThrow("expected X between 1 and 2, as in fit, got 3");
    expect(() => isotonicRegression([[1], [2]])).not.toThrow();
    expect(() => isotonicRegression([])).toThrow(ShapeError);
  });

  test("warns where chance may have said whether y grows", () => {
    const y = [1, 3, 2, 0, 2, 1];
    const { seen } = silently(() =>
      new IsotonicRegression({ increasing: "auto" }).fit([1, 2, 3, 4, 5, 6], y),
    );
    expect(seen[0]).toMatch(/which may be chance/);
  });
});
