import { ParameterError, ShapeError, ValueError } from "@gradus/core";
import { checkGradients, tensor } from "@gradus/tensor";
import fc from "fast-check";
import { expect, test } from "vitest";
import fixture from "../../fixtures/covariance.json";
import { correlationMatrix, covariance } from "./covariance";

const flat = (rows: readonly (readonly number[])[]) => rows.flat();

test.each(fixture.covariances)("covariances equal NumPy's, case %#", (c) => {
  const given = {
    ...(c.weights ? { weights: c.weights } : {}),
    ...(c.frequencyWeights ? { frequencyWeights: c.frequencyWeights } : {}),
  };
  // Numbers near 1e6 that differ by 2 keep ten digits.
  const tolerance = c.X[0]![0]! > 1e5 ? 1e-9 : 1e-12;
  const near = (got: ArrayLike<number>, want: readonly number[]) => {
    expect(got.length).toBe(want.length);
    for (const [i, value] of want.entries()) {
      expect(Math.abs(got[i]! - value)).toBeLessThanOrEqual(
        tolerance * Math.max(1, Math.abs(value)),
      );
    }
  };
  near(covariance(c.X, { ...given, ddof: c.ddof }).data(), flat(c.covariance));
  near(correlationMatrix(c.X, given).data(), flat(c.correlation));
});

test("a row of frequency 3 is that row three times", () => {
  const row = fc.tuple(
    fc.double({ min: -9, max: 9, noNaN: true }),
    fc.double({ min: -9, max: 9, noNaN: true }),
  );
  const rows = fc.array(fc.tuple(row, fc.integer({ min: 1, max: 3 })), {
    minLength: 3,
    maxLength: 9,
  });
  fc.assert(
    fc.property(rows, (given) => {
      const frequencyWeights = given.map(([, f]) => f);
      const got = covariance(
        given.map(([x]) => x),
        { frequencyWeights },
      ).data();
      const want = covariance(given.flatMap(([x, f]) => Array.from({ length: f }, () => x))).data();
      for (const [i, value] of Array.from(want).entries())
        expect(got[i]!).toBeCloseTo(value as number, 9);
    }),
    { numRuns: 50 },
  );
});

test("covariances have gradients in X, weighted or not", () => {
  const X = tensor(
    [
      [1, 2],
      [0.5, -1],
      [3, 0.2],
      [-1, 1],
    ],
    { dtype: "float64" },
  );
  checkGradients((x) => covariance(x), [X]);
  checkGradients((x) => covariance(x, { weights: [1, 2, 0.5, 1] }), [X]);
});

test("a constant column correlates with nothing: NaN", () => {
  for (const options of [{}, { weights: [1, 2, 1] }]) {
    const R = correlationMatrix(
      [
        [1, 5],
        [2, 5],
        [4, 5],
      ],
      options,
    ).toArray() as number[][];
    expect(R[0]![0]).toBeCloseTo(1, 14);
    expect([R[0]![1], R[1]![0], R[1]![1]]).toEqual([Number.NaN, Number.NaN, Number.NaN]);
  }
});

test("covariances refuse what they cannot use", () => {
  const X = [
    [1, 2],
    [3, 5],
    [4, 1],
  ];
  expect(() => covariance(tensor([1, 2, 3]))).toThrow(ShapeError);
  expect(() => covariance(X, { weights: [1, 2] })).toThrow(ShapeError);
  expect(() => covariance(X, { weights: [1, -2, 1] })).toThrow(ValueError);
  expect(() => covariance(X, { weights: [0, 0, 0] })).toThrow(ValueError);
  expect(() => covariance(X, { frequencyWeights: [1.5, 1, 1] })).toThrow(
    /integers in frequencyWeights/,
  );
  expect(() => covariance(X, { frequencyWeights: [1, 0, 0] })).toThrow(/leave more than ddof = 1/);
  expect(() =>
    covariance([
      [1, Number.NaN],
      [2, 3],
    ]),
  ).toThrow(ValueError);
  expect(() => covariance([[1, 2]])).toThrow(/more than 1 observations, got 1/);
  expect(() => covariance(X, { ddof: Number.NaN })).toThrow(ParameterError);
  expect(() => correlationMatrix([[1, 2]])).toThrow(ValueError);
  expect(() => correlationMatrix(tensor([1, 2, 3]))).toThrow(ShapeError);
});
