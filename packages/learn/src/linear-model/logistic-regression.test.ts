import { ParameterError, ShapeError, setWarningSink, ValueError } from "@gradus/core";
import { SparseTensor, tensor } from "@gradus/tensor";
import { beforeAll, describe, expect, test } from "vitest";
import type { Label } from "../base/labels";
import { estimatorContract } from "../testing/contract";
import { expectAllClose, readFixture } from "../testing/fixtures";
import { type TableName, tableByName, tableOfCase } from "../testing/shipped-tables";
import { LogisticRegression, type LogisticRegressionOptions } from "./logistic-regression";

interface Case {
  readonly name: string;
  readonly options: LogisticRegressionOptions;
  readonly table: TableName | null;
  readonly standardized: boolean;
  readonly X: number[][] | null;
  readonly y: Label[] | null;
  readonly weighted: number[] | null;
  readonly coef: number[][];
  readonly intercept: number[];
  readonly probabilities: number[][];
  readonly score: number;
}

const exact = { tol: 1e-10, maxIter: 1000 };
const X = [[0], [1], [2], [3], [1.5], [2.5]];
const y = ["no", "no", "yes", "yes", "yes", "no"];

describe("LogisticRegression", () => {
  const except = {
    "takes one row, and a column that does not vary":
      "one row has one class, and two are needed; a test below has a constant column",
  };
  estimatorContract(() => new LogisticRegression(exact), { except });
  describe("with an L1 penalty", () => {
    estimatorContract(() => new LogisticRegression({ ...exact, l1Ratio: 0.5 }), { except });
  });

  test.each(readFixture<Case>("logistic-regression"))(
    "agrees with scikit-learn: $name",
    async (c) => {
      const { X, y } = await tableOfCase(c);
      const C = (c.options.C as unknown) === "Infinity" ? Infinity : (c.options.C ?? 1);
      const model = new LogisticRegression({ ...exact, ...c.options, C });
      model.fit(X, y, c.weighted ? { sampleWeight: c.weighted } : {});
      // L-BFGS and SAGA, which compute the references, stop at the limit of their own precision.
      const rtol = 1e-5;
      expectAllClose(model.coef, c.coef, { rtol });
      expectAllClose(model.intercept, c.intercept, { rtol, atol: 1e-6 });
      expectAllClose(model.predictProba(X.slice([0, 8])), c.probabilities, { rtol: 1e-5 });
      expect(model.score(X, y)).toBeCloseTo(c.score, 10);
      const zeros = (values: readonly number[]) => values.map((value) => value === 0);
      if (c.options.l1Ratio) expect(zeros([...model.coef.data()])).toEqual(zeros(c.coef.flat()));
    },
  );

  describe("sparse features", () => {
    let dense: Awaited<ReturnType<typeof tableByName>>;
    beforeAll(async () => {
      dense = await tableByName("digits");
    });

    test.each([0, 1])("give what dense ones give, with l1Ratio %d", (l1Ratio) => {
      const rows = dense.X.slice([0, 150]).div(16);
      const labels = dense.y.slice(0, 150).map((digit) => Number(digit) % 3);
      const model = new LogisticRegression({ ...exact, l1Ratio });
      const expected = model.fit(rows, labels).coef.data();
      const sparse = SparseTensor.fromDense(rows);
      expectAllClose(model.fit(sparse, labels).coef, [...expected], { rtol: 1e-6 });
      expect(model.predict(sparse)).toEqual(model.predict(rows));
      expect(model.score(sparse, labels)).toBe(model.score(rows, labels));
    });

    test("are refused where they cannot be", () => {
      const bad = SparseTensor.fromTriplets([0, 1], [1, 0], [1, Number.NaN], [2, 2]);
      const fit = () => new LogisticRegression().fit(bad, ["a", "b"]);
      expect(fit).toThrow(ValueError);
      expect(fit).toThrow("expected finite numbers in X, got NaN at row 1, column 0");
      const none = SparseTensor.fromTriplets([], [], [], [0, 2]);
      expect(() => new LogisticRegression().fit(none, [])).toThrow(ShapeError);
      const model = new LogisticRegression().fit(X, y);
      const wide = SparseTensor.fromTriplets([0], [0], [1], [2, 2]);
      expect(() => model.predict(wide)).toThrow("expected X with 1 features, as in fit, got 2");
    });
  });

  test("many classes go through one product for all", async () => {
    const { X, y } = await tableByName("digits");
    const model = new LogisticRegression({ tol: 1e-3 }).fit(X.div(16), y);
    expect(model.coef.shape).toEqual([10, 64]);
    expect(model.score(X.div(16), y)).toBeGreaterThan(0.97);
  });

  test("units do not matter much to the search", async () => {
    const { X, y } = await tableByName("breast cancer");
    const messages: string[] = [];
    const previous = setWarningSink(({ message }) => messages.push(message));
    const model = new LogisticRegression().fit(X, y);
    setWarningSink(previous);
    expect(messages).toEqual([]);
    expect(model.nIter).toBeLessThan(80);
    expect(model.score(X, y)).toBeGreaterThan(0.95);
  });

  test("a constant column gets no weight, and dependent ones share it", () => {
    const wide = X.map(([x]) => [x!, 7, x!]);
    for (const l1Ratio of [0, 0.5]) {
      const model = new LogisticRegression({ ...exact, l1Ratio }).fit(wide, y);
      const [a, constant, b] = model.coef.data() as Float64Array;
      expect(constant).toBeCloseTo(0, 8);
      expect(a! + b!).toBeGreaterThan(0.1);
      if (l1Ratio === 0) expect(a).toBeCloseTo(b!, 8);
    }
    const free = new LogisticRegression({ ...exact, C: Infinity }).fit(wide, y);
    const plain = new LogisticRegression({ ...exact, C: Infinity }).fit(X, y);
    expectAllClose(free.decisionFunction(wide), [...plain.decisionFunction(X).data()], {
      rtol: 1e-5,
    });
  });

  test("decision function: the logarithm of the odds, or a column a class", () => {
    const two = new LogisticRegression().fit(X, y);
    const shares = two.predictProba(X).toArray() as number[][];
    const odds = shares.map(([no, yes]) => Math.log(yes! / no!));
    expect(two.decisionFunction(X).shape).toEqual([6]);
    expectAllClose(two.decisionFunction(X), odds, { rtol: 1e-12 });
    const three = new LogisticRegression().fit(X, ["a", "b", "c", "c", "b", "a"]);
    expect(three.decisionFunction(X).shape).toEqual([6, 3]);
    expect(three.coef.shape).toEqual([3, 1]);
    expect(three.intercept.shape).toEqual([3]);
    expectAllClose(three.intercept.sum().item(), 0, { rtol: 0, atol: 1e-12 });
  });

  test("warns when the iterations do not suffice", () => {
    for (const l1Ratio of [0, 1]) {
      const messages: string[] = [];
      const previous = setWarningSink(({ message }) => messages.push(message));
      new LogisticRegression({ tol: 1e-12, maxIter: 1, l1Ratio }).fit(X, y);
      setWarningSink(previous);
      expect(messages).toHaveLength(1);
      expect(messages[0]).toContain("LogisticRegression.fit: expected to converge in 1 iterations");
    }
  });

  test("refuses options that cannot be", () => {
    const bad: object[] = [
      { C: 0 },
      { C: Number.NaN },
      { l1Ratio: 1.5 },
      { tol: 0 },
      { maxIter: 0.5 },
      { fitIntercept: 1 },
      { classWeight: "even" },
      { classWeight: { a: -1 } },
    ];
    for (const options of bad) {
      expect(() => new LogisticRegression(options)).toThrow(ParameterError);
    }
  });

  test("refuses a single class, and weights for labels that there are not", () => {
    const once = () =>
      new LogisticRegression().fit(
        X,
        X.map(() => "yes"),
      );
    expect(once).toThrow("expected labels of at least two classes, got only yes");
    const weigh = (classWeight: Record<string, number>) => () =>
      new LogisticRegression({ classWeight }).fit(X, y);
    expect(weigh({ yess: 2 })).toThrow(ValueError);
    expect(weigh({ yes: 2, no: 1, maybe: 3 })).not.toThrow();
    expect(weigh({ yes: 2 })).not.toThrow();
  });

  test("a class weight is a weight for its rows", () => {
    const classWeight = { yes: 2.5 };
    const sampleWeight = tensor(y.map((label) => (label === "yes" ? 2.5 : 1)));
    const byClass = new LogisticRegression({ ...exact, classWeight }).fit(X, y);
    const byRow = new LogisticRegression(exact).fit(X, y, { sampleWeight });
    expectAllClose(byClass.coef, [...byRow.coef.data()], { rtol: 1e-12 });
  });
});
