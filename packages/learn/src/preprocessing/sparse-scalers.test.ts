import { NotFittedError, ShapeError, ValueError } from "@gradus/core";
import { SparseTensor, type Tensor, tensor } from "@gradus/tensor";
import { describe, expect, test } from "vitest";
import type { AnyMatrix } from "../base/sparse-inputs";
import { readFixture } from "../testing/fixtures";
import { expectClose } from "../testing/missing";
import { sparseTable } from "../testing/sparse-cases";
import { everyRow } from "../testing/tables";
import { Binarizer } from "./binarizer";
import { MaxAbsScaler } from "./max-abs-scaler";
import { Normalizer } from "./normalizer";
import { RobustScaler } from "./robust-scaler";
import { StandardScaler } from "./standard-scaler";

type Numbers = readonly (number | null)[];

interface Case {
  readonly name: string;
  readonly estimator: keyof typeof CLASSES;
  readonly options: object;
  readonly table: string;
  readonly sampleWeight: number[] | null;
  readonly learned: Readonly<Record<string, Numbers | number>>;
  readonly every: number;
  readonly nnz: number;
  readonly transformed: readonly Numbers[];
  readonly inverse: readonly Numbers[] | null;
}

const CLASSES = { MaxAbsScaler, StandardScaler, RobustScaler, Normalizer, Binarizer };
const exact = { rtol: 1e-13, atol: 1e-15 };
const rowsOf = (S: SparseTensor, every = 1) => everyRow(S.toDense().toArray() as number[][], every);
const S = SparseTensor.fromDense(
  tensor([
    [0, 2, 0],
    [-4, 1, 0],
    [0, 3, 0],
    [2, 5, 0],
  ]),
);

describe("scalers of sparse features", () => {
  test.each(readFixture<Case>("sparse-scalers"))("agree with scikit-learn: $name", async (c) => {
    const X = await sparseTable("sparse-scalers", c.table);
    const scaler = new CLASSES[c.estimator](c.options) as StandardScaler;
    scaler.fit(X, undefined, c.sampleWeight ? { sampleWeight: c.sampleWeight } : {});
    for (const [name, expected] of Object.entries(c.learned)) {
      const found = scaler as unknown as Record<string, Tensor | number>;
      const got = found[name === "var" ? "variance" : name]!;
      if (typeof expected === "number") expect(got).toBe(expected);
      else expectClose(got as Tensor, expected, exact);
    }
    const Z = scaler.transform(X);
    expect(Z).toBeInstanceOf(SparseTensor);
    expect(Z.nnz).toBe(c.nnz);
    expectClose(rowsOf(Z, c.every), c.transformed, exact);
    if (c.inverse) expectClose(rowsOf(scaler.inverseTransform(Z), c.every), c.inverse, exact);
  });

  const each = [
    () => new MaxAbsScaler(),
    () => new StandardScaler({ withMean: false }),
    () => new RobustScaler({ withCentering: false }),
    () => new Normalizer(),
    () => new Binarizer({ threshold: 1 }),
  ];

  test("give what they give for dense ones, at once and after either fit, as float32 too", () => {
    const dense = S.toDense();
    for (const create of each) {
      const expected = create().fitTransform(dense);
      const model = create().fit(S);
      for (const Z of [
        create().fitTransform(S),
        model.transform(S),
        create().fit(dense).transform(S),
      ]) {
        expectClose(Z.toDense(), [...expected.data()], exact);
      }
      expectClose(model.transform(dense), [...expected.data()], exact);
      const narrow = model.transform(S.astype("float32"));
      expect(narrow.dtype).toBe("float32");
      expectClose(narrow.toDense(), [...expected.data()], { rtol: 1e-7 });
      expect(S.toDense().toArray()).toEqual(dense.toArray());
    }
  });

  test("entries that are kept and 0 count as the zeros that are not", () => {
    const kept = SparseTensor.fromTriplets(
      [0, 0, 1, 1, 2, 2, 2, 3, 3],
      [0, 1, 0, 1, 0, 1, 2, 0, 1],
      [0, 2, -4, 1, 0, 3, 0, 2, 5],
      S.shape,
    );
    for (const create of each) {
      expectClose(
        create().fitTransform(kept).toDense(),
        create().fitTransform(S).toDense().toArray() as number[][],
        exact,
      );
    }
  });

  test("learn the same in parts as at once", () => {
    for (const create of [
      () => new MaxAbsScaler(),
      () => new StandardScaler({ withMean: false }),
    ]) {
      const parts = create().partialFit(S.rows(0, 1)).partialFit(S.rows(1));
      expectClose(parts.scale, [...create().fit(S).scale.data()], exact);
      expect(() => parts.partialFit(SparseTensor.fromDense(tensor([[1]])))).toThrow(ShapeError);
    }
  });

  test("a column far from 0 keeps the digits of its variance", () => {
    const far = tensor([[1e8], [1e8 + 1], [1e8 + 2]]);
    const scaler = new StandardScaler({ withMean: false }).fit(SparseTensor.fromDense(far));
    expect(scaler.variance.item()).toBeCloseTo(2 / 3, 12);
  });

  test("a missing value stays one", () => {
    const gaps = SparseTensor.fromTriplets([0, 1, 2], [0, 0, 0], [Number.NaN, 2, -4], [4, 1]);
    expectClose(new MaxAbsScaler().fitTransform(gaps).toDense(), [null, 0.5, -1, 0], exact);
    expect(new StandardScaler({ withMean: false }).fit(gaps).nSamplesSeen.toArray()).toEqual([3]);
    expect(() => new Normalizer().fit(gaps)).toThrow("got NaN at row 0, column 0");
    expect(() => new Binarizer().fit(gaps)).toThrow(ValueError);
  });

  test("centring is refused, and the way out said", () => {
    const dense = S.toDense();
    const standard = new StandardScaler().fit(dense);
    const robust = new RobustScaler().fit(dense);
    const refuses = (act: () => unknown, option: string) => {
      expect(act).toThrow(ValueError);
      expect(act).toThrow(`${option}: false leaves the zeros, toDense() writes them out`);
    };
    refuses(() => new StandardScaler().fit(S), "withMean");
    refuses(() => standard.partialFit(S), "withMean");
    refuses(() => standard.transform(S), "withMean");
    refuses(() => standard.inverseTransform(S), "withMean");
    refuses(() => new RobustScaler().fit(S), "withCentering");
    refuses(() => robust.transform(S), "withCentering");
    refuses(() => robust.inverseTransform(S), "withCentering");
  });

  test("refuse a threshold that makes zeros ones, other widths, infinity and what is not fitted", () => {
    expect(() => new Binarizer({ threshold: -1 }).fitTransform(S)).toThrow(
      "expected a threshold >= 0 for a sparse X, whose zeros would all become ones, got -1",
    );
    const infinite = SparseTensor.fromTriplets([1], [0], [Infinity], [2, 1]);
    const narrow = SparseTensor.fromDense(tensor([[1]]));
    for (const create of each) {
      const model = create() as { fit(X: AnyMatrix): unknown; transform(X: AnyMatrix): unknown };
      expect(() => model.transform(S)).toThrow(NotFittedError);
      expect(() => model.fit(infinite)).toThrow("got Infinity at row 1, column 0");
      model.fit(S);
      expect(() => model.transform(narrow)).toThrow(ShapeError);
    }
  });
});
