import { NotFittedError, ShapeError, ValueError } from "@gradus/core";
import { isTensor, SparseTensor, type Tensor, tensor } from "@gradus/tensor";
import { describe, expect, test } from "vitest";
import { estimatorFromJSON } from "../base/from-json";
import type { Targets } from "../base/inputs";
import { makePipeline } from "../pipeline/pipeline";
import { MaxAbsScaler } from "../preprocessing/max-abs-scaler";
import { caughtWarnings } from "../testing/caught-warnings";
import { expectAllClose, readFixture, readFixtureData } from "../testing/fixtures";
import { tableByName } from "../testing/shipped-tables";
import { ElasticNet } from "./elastic-net";
import { ElasticNetCV } from "./elastic-net-cv";
import { enetPath } from "./enet-path";
import { Lars } from "./lars";
import { Lasso } from "./lasso";
import { LassoCV } from "./lasso-cv";
import { lassoPath } from "./lasso-path";
import { LinearRegression } from "./linear-regression";
import { Ridge } from "./ridge";

interface Case {
  readonly name: string;
  readonly kind: keyof typeof CLASSES;
  readonly options: object;
  readonly table: string;
  readonly sampleWeight: number[] | null;
  readonly coef: number[] | number[][];
  readonly intercept: number | number[];
  readonly predictions: number[] | number[][];
  readonly score: number;
  readonly alpha?: number;
  readonly bestL1Ratio?: number;
  readonly msePath?: number[][] | number[][][];
}

interface Table {
  readonly X: number[][];
  readonly y: number[] | number[][];
}

const CLASSES = { Ridge, LinearRegression, Lasso, ElasticNet, LassoCV, ElasticNetCV };
const descent = { tol: 1e-13, maxIter: 200_000 };
const tables = readFixtureData("sparse-regressions") as Record<string, Table>;

async function tableOf(name: string): Promise<{ X: Tensor; y: Targets }> {
  if (name === "digits") return (await tableByName("digits")) as { X: Tensor; y: number[] };
  return { X: tensor(tables[name]!.X), y: tables[name]!.y };
}

describe("linear regressions of sparse features", () => {
  const warnings = caughtWarnings();

  test.each(readFixture<Case>("sparse-regressions"))(
    "agree with scikit-learn: $name",
    async (c) => {
      const { X: dense, y } = await tableOf(c.table);
      const X = SparseTensor.fromDense(dense);
      const isClosed = c.kind === "Ridge" || c.kind === "LinearRegression";
      const options = isClosed ? c.options : { ...descent, ...c.options };
      const model = new CLASSES[c.kind](options) as LassoCV;
      const weights = c.sampleWeight ? { sampleWeight: c.sampleWeight } : {};
      model.fit(X, y, weights);
      const exact = isClosed ? { rtol: 1e-9, atol: 1e-10 } : { rtol: 1e-6, atol: 1e-8 };
      expectAllClose(model.coef, c.coef, exact);
      expectAllClose(model.intercepts, c.intercept, exact);
      expectAllClose(model.predict(X.rows(0, 5)), c.predictions, exact);
      expect(model.score(X, y)).toBeCloseTo(c.score, 7);
      if (c.msePath === undefined) return;
      expect(model.alpha).toBeCloseTo(c.alpha!, 12);
      if (model instanceof ElasticNetCV) expect(model.bestL1Ratio).toBe(c.bestL1Ratio);
      expectAllClose(model.msePath, c.msePath, exact);
    },
  );

  const { X: rows, y } = tables.tall as { X: number[][]; y: number[] };
  const dense = tensor(rows);
  const S = SparseTensor.fromDense(dense);

  test("give what they give for dense ones, to predict and to fit, as float32 too", () => {
    for (const create of [
      () => new Ridge(),
      () => new Lasso({ ...descent, alpha: 0.05 }),
      () => new ElasticNetCV({ ...descent, alphas: 5 }),
    ]) {
      const expected = [...create().fit(dense, y).predict(dense).data()];
      const model = create().fit(S, y);
      expectAllClose(model.predict(S), expected, { rtol: 1e-8 });
      expectAllClose(model.predict(dense), expected, { rtol: 1e-8 });
      const narrow = S.astype("float32");
      expectAllClose(create().fit(narrow, y).predict(narrow), expected, { rtol: 1e-5 });
    }
    const lars = new Lars().fit(dense, y);
    expectAllClose(lars.predict(S), [...lars.predict(dense).data()], { rtol: 1e-12 });
  });

  test("more features than a Gram matrix is formed of: both ways lead to the same", () => {
    const n = 420;
    const places = Array.from({ length: 6 * n }, (_, k) => (k * 7919) % n);
    const rowsAt = Array.from({ length: 6 * n }, (_, k) => Math.floor(k / 6));
    const values = places.map((j, k) => 1 + Math.sin(3 * j + k));
    const X = SparseTensor.fromTriplets(rowsAt, places, values, [n, n]);
    const targets = Array.from({ length: n }, (_, i) => Math.cos(i) + 2);
    for (const fitIntercept of [true, false]) {
      const options = { alpha: 0.5, fitIntercept };
      const found = new Ridge(options).fit(X, targets);
      const wanted = new Ridge(options).fit(X.toDense(), targets);
      expectAllClose(found.coef, [...wanted.coef.data()], { rtol: 1e-9 });
      expect(found.intercept).toBeCloseTo(wanted.intercept, 9);
    }
    const lasso = new Lasso({ ...descent, alpha: 0.02 });
    const byGram = lasso.clone().fit(X.toDense(), targets);
    expectAllClose(lasso.fit(X, targets).coef, [...byGram.coef.data()], { rtol: 1e-7 });
    expect(Math.abs(lasso.nIter - byGram.nIter)).toBeLessThanOrEqual(1);
  });

  test("of many solutions LinearRegression takes the shortest one", () => {
    const wide = tables.wide as { X: number[][]; y: number[] };
    const X = SparseTensor.fromDense(tensor(wide.X));
    const wanted = new LinearRegression().fit(wide.X, wide.y);
    const found = new LinearRegression().fit(X, wide.y);
    expectAllClose(found.coef, [...wanted.coef.data()], { rtol: 1e-8 });
  });

  /** A matrix whose columns' sizes go from 1 to 1e6, too far for conjugate gradients, with its last columns given. */
  const steep = (last: readonly number[]) => {
    const n = 400;
    const places = Array.from({ length: n }, (_, i) => last[i - n + last.length] ?? i);
    const values = Array.from({ length: n }, (_, i) => 10 ** ((6 * i) / n));
    const rowsAt = Array.from({ length: n }, (_, i) => i);
    return { X: SparseTensor.fromTriplets(rowsAt, places, values, [n, n]), values };
  };

  test("where conjugate gradients come to no rest, normal equations are solved", () => {
    const { X, values } = steep([]);
    const model = new LinearRegression({ fitIntercept: false, tol: 0 }).fit(X, values);
    expectAllClose(
      model.coef,
      values.map(() => 1),
      { rtol: 1e-9 },
    );
    expect(warnings).toEqual([]);
  });

  test("where these have no solution either, a warning says so", () => {
    const { X, values } = steep([0]);
    const model = new LinearRegression({ fitIntercept: false }).fit(X, values);
    expect([...model.coef.data()].every(Number.isFinite)).toBe(true);
    expect(warnings).toHaveLength(1);
    expect(warnings[0]!.message).toContain("expected to come to rest in 5000 steps");
  });

  test("paths of sparse features are those of dense ones", () => {
    const options = { alphas: 6, ...descent };
    const found = enetPath(S, y, { ...options, l1Ratio: 0.5 });
    const wanted = enetPath(rows, y, { ...options, l1Ratio: 0.5 });
    expectAllClose(found.coefs, [...wanted.coefs.data()], { rtol: 1e-8 });
    const lasso = lassoPath(S, y, options);
    expectAllClose(lasso.coefs, [...lassoPath(rows, y, options).coefs.data()], { rtol: 1e-8 });
  });

  test("the duality gap is the dense one's", () => {
    const sparse = new Lasso({ alpha: 0.05, tol: 0.1 }).fit(S, y);
    const other = new Lasso({ alpha: 0.05, tol: 0.1 }).fit(rows, y);
    expect(sparse.nIter).toBe(other.nIter);
    expect(sparse.dualGap).toBeCloseTo(other.dualGap, 10);
  });

  test("go through pipelines and JSON", () => {
    const pipeline = makePipeline(new MaxAbsScaler(), new Lasso({ alpha: 0.01 })).fit(S, y);
    const predicted = pipeline.predict(S);
    expect(isTensor(predicted)).toBe(true);
    const again = estimatorFromJSON(JSON.parse(JSON.stringify(pipeline)));
    expectAllClose((again as typeof pipeline).predict(S), [...predicted.data()], { rtol: 0 });
  });

  test("a column of zeros has no weight, and one that does not vary neither", () => {
    const X = SparseTensor.fromDense(tensor(rows.map((row) => [row[0]!, 0, 7.3, row[3]!])));
    for (const model of [
      new Ridge({ alpha: 0.1 }),
      new Lasso({ alpha: 0.01 }),
      new LinearRegression(),
    ]) {
      const [, empty, constant] = model.fit(X, y).coef.data();
      expect(Math.abs(empty!)).toBe(0);
      expect(Math.abs(constant!)).toBeLessThan(1e-9);
    }
  });

  test("warn when the steps do not suffice", () => {
    new Lasso({ alpha: 1e-4, maxIter: 1, tol: 1e-14 }).fit(S, y);
    expect(warnings).toHaveLength(1);
  });

  test("refuse what does not fit together", () => {
    const infinite = SparseTensor.fromTriplets([1], [0], [Infinity], [2, 1]);
    for (const create of [() => new Ridge(), () => new Lasso(), () => new LassoCV()]) {
      expect(() => create().predict(S)).toThrow(NotFittedError);
      expect(() => create().fit(S, [1, 2])).toThrow(
        "expected as many targets as rows of X, 60, got 2",
      );
      expect(() => create().fit(S, y, { sampleWeight: y.map(() => -1) })).toThrow(ValueError);
      expect(() => create().fit(infinite, [1, 2])).toThrow("got Infinity at row 1, column 0");
      expect(() => create().fit(S, y).predict(S.transpose())).toThrow(ShapeError);
    }
    expect(() =>
      new LassoCV().fit(
        S,
        y.map((v) => [v, v]),
      ),
    ).toThrow(ShapeError);
    expect(() => new Lars().fit(S as never, y)).toThrow("toDense() writes the zeros out");
  });
});
