import { ParameterError, ShapeError, setWarningSink, ValueError } from "@gradus/core";
import { SparseTensor } from "@gradus/tensor";
import { describe, expect, test } from "vitest";
import type { Label } from "../base/labels";
import { estimatorContract } from "../testing/contract";
import { expectAllClose, readFixture } from "../testing/fixtures";
import { type TableName, tableOfCase } from "../testing/shipped-tables";
import { Perceptron } from "./perceptron";
import { SGDClassifier, type SGDClassifierOptions } from "./sgd-classifier";
import { SGDRegressor, type SGDRegressorOptions } from "./sgd-regressor";

interface Case {
  readonly name: string;
  readonly kind: "SGDClassifier" | "SGDRegressor" | "Perceptron";
  readonly options: SGDClassifierOptions & SGDRegressorOptions;
  readonly table: TableName | null;
  readonly standardized: boolean;
  readonly X: number[][] | null;
  readonly y: Label[] | null;
  readonly weighted: number[] | null;
  readonly order: number[] | null;
  readonly coef: number[] | number[][];
  readonly intercept: number[];
  readonly nIter: number;
  readonly probabilities: number[][] | null;
}

const X = [[-2], [-1], [1], [2], [0.5], [-0.2]];
const y = ["a", "a", "b", "b", "b", "a"];
const once = {
  "a weight of 2 counts as a row twice, and one of 0 as none":
    "a step is taken for each row, whatever it weighs",
};

function silenced<T>(work: () => T): T {
  const previous = setWarningSink(() => {});
  try {
    return work();
  } finally {
    setWarningSink(previous);
  }
}

describe("stochastic gradient descent", () => {
  test.each(readFixture<Case>("stochastic-descent"))(
    "agrees with scikit-learn: $name",
    async (c) => {
      const { X, y } = await tableOfCase(c);
      const options = c.weighted ? { sampleWeight: c.weighted } : {};
      const Model = { SGDClassifier, SGDRegressor, Perceptron }[c.kind] as typeof SGDClassifier;
      const model = new Model({ seed: 0, ...c.options });
      if (c.order) {
        const half = Math.floor(c.order.length / 2);
        for (const part of [c.order.slice(0, half), c.order.slice(half)]) {
          const rows = Int32Array.from(part);
          const labels = part.map((row) => y[row]!);
          const classes = c.kind === "SGDClassifier" ? { classes: [...new Set(y)] } : {};
          model.partialFit(X.take(rows, 0), labels, classes);
        }
      } else silenced(() => model.fit(X, y, options));
      expect(model.nIter).toBe(c.nIter);
      expectAllClose(model.coef, c.coef, { rtol: 1e-7 });
      expectAllClose(model.intercept, c.intercept, { rtol: 1e-7, atol: 1e-10 });
      if (c.probabilities) {
        expectAllClose(model.predictProba(X.slice([0, 6])), c.probabilities, { rtol: 1e-8 });
      }
    },
  );
});

describe("SGDClassifier", () => {
  const except = {
    ...once,
    "takes one row, and a column that does not vary": "one row has one class, and two are needed",
  };
  estimatorContract(() => new SGDClassifier({ seed: 1, loss: "modifiedHuber" }), { except });

  test("learns from pieces, and takes sparse features", () => {
    const options = { seed: 1, loss: "logLoss", average: true } as const;
    const pieces = new SGDClassifier(options);
    pieces.partialFit(X.slice(0, 3), y.slice(0, 3), { classes: ["a", "b"] });
    pieces.partialFit(X.slice(3), y.slice(3));
    expect(pieces.predict([[-3], [3]])).toEqual(["a", "b"]);
    const sparse = SparseTensor.fromTriplets([0, 1, 2, 3], [0, 0, 1, 1], [1, 2, 1, 2], [4, 2]);
    const model = silenced(() => new SGDClassifier(options).fit(sparse, [0, 0, 1, 1]));
    expect(model.predict(sparse)).toEqual([0, 0, 1, 1]);
    expect(() =>
      pieces.partialFit(
        X,
        y.map(() => "c"),
      ),
    ).toThrow(ValueError);
    expect(() => pieces.partialFit([[1, 2]], ["a"])).toThrow(ShapeError);
  });

  test("tells probabilities only for losses that have them", () => {
    const model = new SGDClassifier({ seed: 1 }).fit(X, y);
    expect(() => model.predictProba(X)).toThrow(ParameterError);
  });

  test("far from every class, modified Huber's shares are equal", () => {
    const model = new SGDClassifier({ seed: 1, loss: "modifiedHuber" });
    silenced(() =>
      model.fit(
        [
          [0, 0],
          [3, 0],
          [0, 3],
        ],
        ["a", "b", "c"],
      ),
    );
    const shares = model
      .predictProba([
        [-1e6, -1e6],
        [1e6, 1e6],
      ])
      .toArray() as number[][];
    for (const row of shares) expect(row.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
  });

  test("warns when the walks do not suffice", () => {
    const messages: string[] = [];
    const previous = setWarningSink(({ message }) => messages.push(message));
    new SGDClassifier({ seed: 1, maxIter: 1 }).fit(X, y);
    setWarningSink(previous);
    expect(messages).toHaveLength(1);
    expect(messages[0]).toContain("SGDClassifier.fit: expected to converge in 1 walks");
  });

  test("refuses what cannot be", () => {
    const bad: object[] = [
      { loss: "cross" },
      { penalty: "l3" },
      { alpha: 0 },
      { l1Ratio: 2 },
      { maxIter: 0 },
      { tol: -1 },
      { nIterNoChange: 0 },
      { shuffle: 1 },
      { epsilon: -1 },
      { seed: 0.5 },
      { learningRate: "slow" },
      { eta0: 0 },
      { powerT: -1 },
      { average: 0 },
      { classWeight: "even" },
    ];
    for (const options of bad) expect(() => new SGDClassifier(options)).toThrow(ParameterError);
    expect(() =>
      new SGDClassifier().fit(
        X,
        X.map(() => "a"),
      ),
    ).toThrow(ValueError);
    expect(() => new SGDClassifier().partialFit(X, y)).toThrow(ParameterError);
    const balanced = new SGDClassifier({ classWeight: "balanced" });
    expect(() => balanced.partialFit(X, y, { classes: ["a", "b"] })).toThrow(ParameterError);
  });
});

describe("SGDRegressor", () => {
  const except = {
    ...once,
    "several targets at once have a column of predictions each":
      "it learns one target, as in scikit-learn",
  };
  const targets = X.map(([x]) => 2 * x! + 1);
  estimatorContract(() => new SGDRegressor({ seed: 1, eta0: 0.001 }), { except });

  test("finds a line, also from pieces", () => {
    const model = new SGDRegressor({ seed: 1, alpha: 0, eta0: 0.1, tol: null, maxIter: 300 });
    expectAllClose(model.fit(X, targets).predict([[3]]), [7], { rtol: 1e-3 });
    const pieces = new SGDRegressor({ seed: 1, alpha: 0, eta0: 0.1 });
    for (let i = 0; i < 100; i++) pieces.partialFit(X, targets);
    expectAllClose(pieces.coef, [2], { rtol: 0.05 });
    expect(pieces.nIter).toBe(1);
    expect(() => pieces.partialFit([[1, 2]], [1])).toThrow(ShapeError);
  });

  test("refuses what cannot be", () => {
    expect(() => new SGDRegressor({ loss: "hinge" as never })).toThrow(ParameterError);
    expect(() =>
      new SGDRegressor().fit(
        X,
        X.map(() => [1, 2]),
      ),
    ).toThrow(ShapeError);
    expect(() => new SGDRegressor().fit(X, [1])).toThrow(ShapeError);
  });
});

describe("Perceptron", () => {
  const except = {
    ...once,
    "takes one row, and a column that does not vary": "one row has one class, and two are needed",
  };
  estimatorContract(() => new Perceptron(), { except });

  test("ends where a line tells the classes apart", () => {
    expect(new Perceptron().fit(X, y).score(X, y)).toBe(1);
    expect(() => new Perceptron({ eta0: 0 })).toThrow(ParameterError);
    expect(() => new Perceptron({ penalty: "l0" as never })).toThrow(ParameterError);
  });
});
