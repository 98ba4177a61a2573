import { ParameterError, ShapeError, setWarningSink, ValueError } from "@gradus/core";
import { SparseTensor, type Tensor, tensor } from "@gradus/tensor";
import { describe, expect, test } from "vitest";
import type { Label } from "../base/labels";
import { estimatorContract } from "../testing/contract";
import { expectAllClose, readFixture, readFixtureData } from "../testing/fixtures";
import { type TableName, tableByName } from "../testing/shipped-tables";
import { LinearSVC, type LinearSVCOptions } from "./linear-svc";
import { LinearSVR } from "./linear-svr";

interface Case {
  readonly name: string;
  readonly kind: "LinearSVC" | "LinearSVR";
  readonly options: object;
  readonly table: string;
  readonly rows: number;
  readonly weighted: number[] | null;
  readonly coef: number[] | number[][];
  readonly intercept: number[];
  readonly predicted: Label[];
}

const exact = { tol: 1e-9, maxIter: 100_000, seed: 0 };
const data = readFixtureData("linear-svm") as Record<string, { X: number[][]; y: number[] }>;

async function tableFor({ table, rows }: Case): Promise<{ X: Tensor; y: readonly Label[] }> {
  const own = data[table];
  if (own) return { X: tensor(own.X), y: own.y };
  const { X, y } = await tableByName(table as TableName, { standardized: true });
  return { X: X.slice([0, rows]), y: y.slice(0, rows) };
}

const fifths = (X: Tensor) =>
  X.take(
    Int32Array.from({ length: Math.ceil(X.shape[0]! / 5) }, (_, i) => 5 * i),
    0,
  );

describe("linear machines agree with scikit-learn, dense and sparse", () => {
  test.each(readFixture<Case>("linear-svm"))("$name", async (c) => {
    const { X, y } = await tableFor(c);
    const weights = c.weighted ? { sampleWeight: c.weighted } : {};
    const close = { rtol: 1e-5, atol: 1e-6 };
    // Rows by rows, as sparse features are taken, 569 dense ones take long to come to 1e-9.
    const both = c.table === "breast cancer" ? [X] : [X, SparseTensor.fromDense(X)];
    for (const features of both) {
      if (c.kind === "LinearSVC") {
        const model = new LinearSVC({ ...exact, ...c.options }).fit(features, y, weights);
        expectAllClose(model.coef, c.coef, close);
        expectAllClose(model.intercept, c.intercept, close);
        expect(model.predict(fifths(X))).toEqual(c.predicted);
      } else {
        const model = new LinearSVR({ ...exact, ...c.options });
        model.fit(features, y as number[], weights);
        expectAllClose(model.coef, c.coef, close);
        expectAllClose(model.intercept, c.intercept, close);
        expectAllClose(model.predict(fifths(X)), c.predicted, close);
      }
    }
  });
});

const oneClass = {
  "takes one row, and a column that does not vary": "two classes are needed",
};
const oneTarget = {
  "several targets at once have a column of predictions each": "one target is learned",
};

describe("LinearSVC", () => {
  estimatorContract(() => new LinearSVC({ tol: 1e-12 }), { except: oneClass });
  describe("with the hinge", () => {
    estimatorContract(() => new LinearSVC({ ...exact, loss: "hinge", C: 0.1, tol: 1e-11 }), {
      except: oneClass,
    });
  });
  describe("with an L1 penalty", () => {
    estimatorContract(() => new LinearSVC({ penalty: "l1", tol: 1e-12 }), { except: oneClass });
  });

  test("an L1 penalty sets weights to 0, the more the smaller C is", async () => {
    const { X, y } = await tableByName("breast cancer", { standardized: true });
    const zeros = [1, 0.1, 0.01].map((C) => {
      const weights = new LinearSVC({ penalty: "l1", C }).fit(X, y).coef.data();
      return Array.from(weights).filter((weight) => weight === 0).length;
    });
    expect(zeros[0]).toBeGreaterThan(0);
    expect(zeros).toEqual([...zeros].sort((a, b) => a - b));
    expect(zeros[2]).toBeGreaterThan(20);
  });

  test("the methods agree: more features than rows, or fewer", async () => {
    const { X, y } = await tableByName("iris", { standardized: true });
    const few = X.slice([48, 53]);
    const wide = few.matmul(
      tensor([
        [1, 0, 0, 0, 1, 1, 0, 2],
        [0, 1, 0, 0, 2, 0, 1, 0],
        [0, 0, 1, 0, 0, 1, 1, 1],
        [0, 0, 0, 1, 1, 0, 0, 1],
      ]),
    );
    const labels = y.slice(48, 53);
    const dual = new LinearSVC(exact).fit(wide, labels);
    const repeated = new LinearSVC({ ...exact, C: 0.5 }).fit(
      wide.take(Int32Array.of(0, 1, 2, 3, 4, 0, 1, 2, 3, 4), 0),
      [...labels, ...labels],
    );
    expectAllClose(dual.coef, [...repeated.coef.data()], { rtol: 1e-6 });
  });

  test("refuses what cannot be", () => {
    const bad: object[] = [
      { penalty: "l1", loss: "hinge" },
      { penalty: "l3" },
      { loss: "log" },
      { C: 0 },
      { tol: 0 },
      { interceptScaling: 0 },
      { maxIter: 0 },
      { fitIntercept: 1 },
      { seed: -1 },
    ];
    for (const options of bad) {
      expect(() => new LinearSVC(options as LinearSVCOptions)).toThrow(ParameterError);
    }
    expect(() => new LinearSVC().fit([[1], [2]], ["a", "a"])).toThrow(ValueError);
  });

  test("warns where the rounds do not suffice", () => {
    const seen: string[] = [];
    const previous = setWarningSink(({ message }) => seen.push(message));
    const X = [[0], [1], [2], [30]];
    new LinearSVC({ maxIter: 1, loss: "hinge" }).fit(X, [0, 1, 0, 1]);
    new LinearSVR({ maxIter: 1 }).fit(X, [0, 1, 0, 1]);
    setWarningSink(previous);
    expect(seen.map((message) => message.split(":")[0])).toEqual([
      "LinearSVC.fit",
      "LinearSVR.fit",
    ]);
  });
});

describe("LinearSVR", () => {
  estimatorContract(
    () => new LinearSVR({ ...exact, loss: "squaredEpsilonInsensitive", tol: 1e-13 }),
    { except: oneTarget },
  );
  describe("with plain errors", () => {
    estimatorContract(() => new LinearSVR({ ...exact, C: 0.01, tol: 1e-13 }), {
      except: oneTarget,
    });
  });

  test("refuses what cannot be", () => {
    for (const options of [
      { epsilon: -1 },
      { loss: "l2" },
      { C: 0 },
      { maxIter: 0.5 },
      { tol: 0 },
    ]) {
      expect(() => new LinearSVR(options as never)).toThrow(ParameterError);
    }
    expect(() => new LinearSVR().fit([[1], [2]], [1])).toThrow(ShapeError);
  });
});
