import { ParameterError, ValueError } from "@gradus/core";
import { type Tensor, tensor } from "@gradus/tensor";
import { describe, expect, test } from "vitest";
import type { Label } from "../base/labels";
import { estimatorContract } from "../testing/contract";
import { expectAllClose, readFixture, readFixtureData } from "../testing/fixtures";
import { type TableName, tableByName } from "../testing/shipped-tables";
import { LinearDiscriminantAnalysis as LDA } from "./linear-discriminant-analysis";
import { QuadraticDiscriminantAnalysis as QDA } from "./quadratic-discriminant-analysis";

interface Case {
  readonly estimator: string;
  readonly table: string;
  readonly options: object;
  readonly decisions: number[];
  readonly proba: number[][];
  readonly predicted: number[];
  readonly score: number;
  readonly coef: number[][] | null;
  readonly intercept: number[];
  readonly transformed: number[][] | null;
  readonly explained: number[] | null;
  readonly covariance: number[][] | null;
}

interface Table {
  readonly X: Tensor;
  readonly y: readonly Label[];
}

const own = readFixtureData("discriminant-analysis") as unknown as Record<
  string,
  { X: number[][]; y: number[] }
>;
const cases = readFixture<Case>("discriminant-analysis");
const casesOf = (estimator: string) =>
  cases
    .filter((c) => c.estimator === estimator)
    .map((c) => ({ ...c, name: `${c.table} ${JSON.stringify(c.options)}` }));

async function tableOf(name: string): Promise<Table> {
  const given = own[name];
  return given ? { X: tensor(given.X), y: given.y } : tableByName(name as TableName);
}

/** The rows that the fixture has, spread over the table. */
function someRows(X: Tensor): Tensor {
  const n = X.shape[0]!;
  const step = Math.max(1, Math.floor(n / 8));
  return X.take(
    Int32Array.from({ length: Math.ceil(n / step) }, (_, i) => i * step),
    0,
  );
}

/** null stands for no option. */
function optionsOf(options: object): object {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== null));
}

function withoutSign(Z: Tensor): Tensor {
  const first = Z.slice(0).data();
  return Z.mul(tensor(Array.from(first, (value) => (value < 0 ? -1 : 1))));
}

function agrees(model: LDA | QDA, { X, y }: Table, c: Case, rtol: number): void {
  const rows = someRows(X);
  expectAllClose(model.decisionFunction(rows), c.decisions, { rtol });
  expectAllClose(model.predictProba(rows), c.proba, { rtol: 1e-7 });
  expect(model.predict(rows)).toEqual(c.predicted.map((code) => model.classes[code]));
  expect(model.score(X, y)).toBeCloseTo(c.score, 12);
}

/** Covariances of the cells' measures have a condition of 10¹²: what is solved with them keeps few digits. */
function roundingOf({ table }: Case): number {
  return table === "breast cancer" ? 1e-6 : 1e-9;
}

const X = [
  [1, 2],
  [2, 1],
  [1, 1],
  [6, 7],
  [7, 6],
  [8, 9],
];
const y = ["a", "a", "a", "b", "b", "b"];
const oneRow = {
  "takes one row, and a column that does not vary": "one row has one class, and two are needed",
};

describe("LinearDiscriminantAnalysis", () => {
  estimatorContract(() => new LDA(), { except: oneRow });
  describe.each(["lsqr", "eigen"] as const)("%s", (solver) => {
    estimatorContract(() => new LDA({ solver, shrinkage: 0.1 }), { except: oneRow });
  });

  test.each(casesOf("LinearDiscriminantAnalysis"))("agrees with scikit-learn: $name", async (c) => {
    const table = await tableOf(c.table);
    const model = new LDA(optionsOf(c.options)).fit(table.X, table.y);
    const rtol = roundingOf(c);
    agrees(model, table, c, rtol);
    if (c.coef) expectAllClose(model.coef, c.coef, { rtol });
    expectAllClose(model.intercept, c.intercept, { rtol });
    if (c.transformed) {
      const Z = withoutSign(model.transform(someRows(table.X)));
      expectAllClose(Z, c.transformed, { rtol: 1e-8 });
      expectAllClose(model.explainedVarianceRatio!, c.explained, { rtol: 1e-9 });
    }
    if (c.covariance) expectAllClose(model.covariance!, c.covariance, { rtol: 1e-12 });
  });

  test("the three solvers agree on classes that they tell apart", async () => {
    const { X, y } = await tableByName("wine");
    const [svd, lsqr, eigen] = (["svd", "lsqr", "eigen"] as const).map((solver) =>
      new LDA({ solver } as never).fit(X, y),
    );
    expect(lsqr!.predict(X)).toEqual(svd!.predict(X));
    expectAllClose(eigen!.coef, [...lsqr!.coef.data()], { rtol: 1e-8 });
  });

  test("units of the features change nothing", () => {
    const scaled = X.map(([a, b]) => [a! * 1e6 + 3, b! * 1e-4]);
    const Z = new LDA().fit(scaled, y).transform(scaled);
    expectAllClose(withoutSign(Z), [...withoutSign(new LDA().fit(X, y).transform(X)).data()], {
      rtol: 1e-9,
    });
  });

  test("directions have the spread 1 within classes", async () => {
    const { X, y } = await tableByName("iris");
    const Z = new LDA().fit(X, y).transform(X);
    const again = new LDA({ storeCovariance: true }).fit(Z, y);
    expectAllClose(again.covariance!, [1, 0, 0, 1], { rtol: 1e-9 });
  });

  test("where nothing tells the classes apart, the priors do", () => {
    const same = X.map(() => [1, 2]);
    const model = new LDA({ priors: [0.25, 0.75] }).fit(same, y);
    expectAllClose(model.predictProba([[1, 2]]), [0.25, 0.75], { rtol: 1e-12 });
    expect(model.predict([[5, 5]])).toEqual(["b"]);
  });

  test("has what it learned, and names for its columns", () => {
    const model = new LDA().fit(X, y);
    expect(model.means.shape).toEqual([2, 2]);
    expect(model.fittedPriors.toArray()).toEqual([0.5, 0.5]);
    expect(model.scalings!.shape).toEqual([2, 1]);
    expect(model.covariance).toBeUndefined();
    expect(model.getFeatureNamesOut()).toEqual(["lineardiscriminantanalysis0"]);
    expect(model.fitTransform(X, y).shape).toEqual([6, 1]);
    const lsqr = new LDA({ solver: "lsqr" }).fit(X, y);
    expect(lsqr.scalings).toBeUndefined();
    expect(() => lsqr.transform(X)).toThrow(ParameterError);
  });

  test("refuses options and data that cannot be", () => {
    const make = (options: object) => () => new LDA(options as never);
    expect(make({ solver: "qr" })).toThrow(ParameterError);
    expect(make({ shrinkage: 0.5 })).toThrow('shrinkage needs another solver than "svd"');
    expect(make({ solver: "lsqr", shrinkage: 2 })).toThrow(ParameterError);
    expect(make({ solver: "lsqr", shrinkage: "much" })).toThrow(ParameterError);
    expect(make({ priors: [0.5, 0.6] })).toThrow(ValueError);
    expect(make({ nComponents: 0 })).toThrow(ParameterError);
    expect(make({ tol: 0 })).toThrow(ParameterError);
    expect(() => new LDA({ nComponents: 2 }).fit(X, y)).toThrow("nComponents must be at most 1");
    expect(() => new LDA().fit([[1], [2]], ["a", "b"])).toThrow(
      "expected more rows than classes, 2, got 2",
    );
    expect(() => new LDA().fit(X, ["a", "a", "a", "a", "a", "a"])).toThrow(ValueError);
    expect(() => new LDA({ priors: [1] }).fit(X, y)).toThrow("expected a prior for each of 2");
    expect(() => new LDA().fit(X, y, { sampleWeight: [0, 0, 0, 1, 2, 3] })).toThrow(
      "expected rows of weight above 0 of each class, got none of a",
    );
    const twice = X.map(([a]) => [a!, 2 * a!]);
    expect(() => new LDA({ solver: "eigen" }).fit(twice, y)).toThrow(
      "got a covariance without an inverse; shrinkage gives one",
    );
  });
});

describe("QuadraticDiscriminantAnalysis", () => {
  const except = {
    "takes one row, and a column that does not vary":
      "one row has one class, and a class has to vary in every direction",
  };
  estimatorContract(() => new QDA({ regParam: 0.1 }), {
    except: {
      ...except,
      "tells three classes apart as well": "the class of two rows has fewer rows than features",
    },
  });
  describe("eigen", () => {
    estimatorContract(() => new QDA({ solver: "eigen", shrinkage: 0.2 }), {
      except: {
        "takes one row, and a column that does not vary":
          oneRow["takes one row, and a column that does not vary"],
      },
    });
  });

  test.each(casesOf("QuadraticDiscriminantAnalysis"))(
    "agrees with scikit-learn: $name",
    async (c) => {
      const table = await tableOf(c.table);
      const model = new QDA(optionsOf(c.options)).fit(table.X, table.y);
      agrees(model, table, c, roundingOf(c));
    },
  );

  test("keeps covariances if it is told to, and axes at right angles", () => {
    const model = new QDA({ storeCovariance: true }).fit(X, y);
    expectAllClose(model.covariance![0]!, [2 / 9, -1 / 9, -1 / 9, 2 / 9], { rtol: 1e-12 });
    const [axes] = model.rotations;
    expectAllClose(axes!.transpose().matmul(axes!), [1, 0, 0, 1], { rtol: 1e-12 });
    expect(model.scalings).toHaveLength(2);
    expect(model.means.shape).toEqual([2, 2]);
    expect(model.fittedPriors.toArray()).toEqual([0.5, 0.5]);
    expect(new QDA().fit(X, y).covariance).toBeUndefined();
  });

  test("far from every class logarithms of probabilities stay finite", () => {
    const logs = new QDA().fit(X, y).predictLogProba([[1e4, -1e4]]);
    expect(logs.data().every(Number.isFinite)).toBe(true);
  });

  test("refuses options and data that cannot be", () => {
    const make = (options: object) => () => new QDA(options as never);
    expect(make({ solver: "lsqr" })).toThrow(ParameterError);
    expect(make({ shrinkage: 0.5 })).toThrow(ParameterError);
    expect(make({ solver: "eigen", regParam: 0.5 })).toThrow(ParameterError);
    expect(make({ regParam: 2 })).toThrow(ParameterError);
    expect(make({ tol: -1 })).toThrow(ParameterError);
    expect(make({ priors: [2, -1] })).toThrow(ParameterError);
    expect(make({ priors: [0.2, 0.2] })).toThrow(ValueError);
    expect(() => new QDA().fit(X, ["a", "b", "b", "b", "b", "b"])).toThrow(
      "expected more than one row of each class, got one of a",
    );
    const twice = X.map(([a]) => [a!, 2 * a!]);
    expect(() => new QDA().fit(twice, y)).toThrow(
      "expected class a to vary in 2 directions, got 1; regParam helps",
    );
    expect(() =>
      new QDA().fit(
        X.slice(1, 5).map(([a, b]) => [a!, b!, a! * b!]),
        y.slice(1, 5),
      ),
    ).toThrow("got 2 rows");
    expect(() =>
      new QDA().fit(
        X,
        y.map(() => "a"),
      ),
    ).toThrow(ValueError);
  });
});
