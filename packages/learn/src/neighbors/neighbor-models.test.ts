import { ParameterError, ShapeError, ValueError } from "@gradus/core";
import type { Tensor } from "@gradus/tensor";
import { describe, expect, test } from "vitest";
import {
  KNeighborsClassifier,
  KNeighborsRegressor,
  NearestCentroid,
  RadiusNeighborsClassifier,
  RadiusNeighborsRegressor,
} from "../index";
import { caughtWarnings } from "../testing/caught-warnings";
import { estimatorContract } from "../testing/contract";
import { expectAllClose, readFixture } from "../testing/fixtures";
import { neighborSplit } from "../testing/neighbor-cases";
import type { TableName } from "../testing/shipped-tables";

interface Case {
  readonly estimator: keyof typeof classes;
  readonly table: TableName | null;
  readonly weights: "uniform" | "distance" | "function";
  readonly options: object;
  readonly clear: boolean[];
  /** null is NaN. */
  readonly predicted: (number | null)[];
  readonly proba?: number[][];
  readonly centroids?: number[][];
  readonly deviations?: number[][];
  readonly withinStd?: number[];
}

const classes = {
  KNeighborsClassifier,
  KNeighborsRegressor,
  RadiusNeighborsClassifier,
  RadiusNeighborsRegressor,
  NearestCentroid,
};
const inverse = (distances: Float64Array) => distances.map((distance) => 1 / (1 + distance));

const warnings = caughtWarnings();

const noWeights = "neighbours are asked for, and rows count all the same";
// On the contract's clouds of points, votes come out the same however rows are weighed.
const ignored = { "refuses weights that cannot be": noWeights };
const unweighted = {
  ...ignored,
  "a weight of 2 counts as a row twice, and one of 0 as none": noWeights,
};

describe("KNeighborsClassifier", () => {
  estimatorContract(() => new KNeighborsClassifier({ nNeighbors: 1 }), { except: ignored });
  estimatorContract(
    () => new KNeighborsClassifier({ nNeighbors: 3, weights: "distance", algorithm: "ball_tree" }),
    {
      except: {
        ...ignored,
        "takes one row, and a column that does not vary": "there are three neighbours to be found",
      },
    },
  );
});

describe("KNeighborsRegressor", () => {
  estimatorContract(() => new KNeighborsRegressor({ nNeighbors: 1 }), { except: unweighted });
  estimatorContract(() => new KNeighborsRegressor({ nNeighbors: 3, algorithm: "brute" }), {
    except: {
      ...unweighted,
      "takes one row, and a column that does not vary": "there are three neighbours to be found",
    },
  });
});

describe("RadiusNeighborsClassifier", () => {
  estimatorContract(() => new RadiusNeighborsClassifier({ radius: 4 }), { except: ignored });
});

describe("RadiusNeighborsRegressor", () => {
  estimatorContract(() => new RadiusNeighborsRegressor({ radius: 4 }), { except: unweighted });
});

describe("NearestCentroid", () => {
  const except = {
    ...unweighted,
    "takes one row, and a column that does not vary": "one row has one class, and two are needed",
  };
  estimatorContract(() => new NearestCentroid(), { except });
  estimatorContract(() => new NearestCentroid({ priors: "empirical", shrinkThreshold: 0.2 }), {
    except,
  });
});

describe("models of neighbours", () => {
  test.each(readFixture<Case>("neighbors"))(
    "agree with scikit-learn: $estimator $weights $options of $table",
    async ({ estimator, table, weights, options, clear, predicted, ...expected }) => {
      const { X, y, queries } = await neighborSplit(table);
      const given = weights === "function" ? inverse : weights;
      const voting = estimator === "NearestCentroid" ? options : { ...options, weights: given };
      const Model = classes[estimator] as typeof KNeighborsClassifier;
      const model = new Model(voting).fit(X, y as number[]);
      const found = model.predict(queries) as unknown as number[] | Tensor;
      const values = Array.isArray(found) ? found : [...found.data()];
      const kept = <T>(list: readonly T[]) => list.filter((_, i) => clear[i]);
      if (Array.isArray(found)) {
        expect(kept(values)).toEqual(kept(predicted));
      } else {
        const numbers = (list: readonly (number | null)[]) => kept(list).map((v) => v ?? -1);
        const real = values.map((value) => (Number.isNaN(value) ? null : value));
        expectAllClose(numbers(real), numbers(predicted), { rtol: 1e-11 });
      }
      if (expected.proba && !(model instanceof NearestCentroid)) {
        const shares = model.predictProba(queries).toArray();
        expectAllClose(kept(shares as number[][]).flat(), kept(expected.proba), { rtol: 1e-10 });
      }
      if (model instanceof NearestCentroid) {
        expectAllClose(model.centroids, expected.centroids, { rtol: 1e-12 });
        expectAllClose(model.deviations, expected.deviations, { rtol: 1e-11 });
        expectAllClose(model.withinClassStdDev, expected.withinStd, { rtol: 1e-12 });
        if (expected.proba) {
          const rows = model.predictProba(queries);
          expectAllClose(rows, expected.proba, { rtol: 1e-9 });
        }
      }
    },
  );

  const X = [[0], [1], [2], [3]];
  const y = ["low", "low", "high", "high"];

  test("a neighbour at distance 0 decides alone, where nearer ones count more", () => {
    const options = { nNeighbors: 3, weights: "distance" } as const;
    const votes = new KNeighborsClassifier(options)
      .fit(X, y)
      .predictProba([[2]])
      .toArray();
    expect(votes).toEqual([[1, 0]]);
    const twice = new KNeighborsRegressor(options).fit([[1], [1], [5]], [4, 8, 100]);
    expect(twice.predict([[1]]).item()).toBe(6);
  });

  test("of equal votes the first class wins", () => {
    const model = new KNeighborsClassifier({ nNeighbors: 2 }).fit([[0], [2]], ["b", "a"]);
    expect(model.predict([[0.5]])).toEqual(["a"]);
  });

  test("kneighbors and its graph are those of the rows of fit", () => {
    for (const model of [
      new KNeighborsClassifier({ nNeighbors: 2 }).fit(X, y),
      new KNeighborsRegressor({ nNeighbors: 2 }).fit(X, [1, 2, 3, 4]),
    ]) {
      expect(model.kneighbors([[0.4]]).indices.toArray()).toEqual([[0, 1]]);
      const row = model.kneighborsGraph(undefined, { nNeighbors: 1, mode: "distance" }).row(0);
      expect(row.toArray()).toEqual([0, 1, 0, 0]);
    }
  });

  test("rows without neighbours within the radius", () => {
    const far = [[0.5], [9]];
    const strict = new RadiusNeighborsClassifier({ radius: 1 }).fit(X, y);
    expect(() => strict.predict(far)).toThrow(
      "RadiusNeighborsClassifier.predict: expected a neighbour within 1 for every row, got none at row 1",
    );
    const frequent = new RadiusNeighborsClassifier({ outlierLabel: "most_frequent" });
    const biased = frequent.fit([...X, [1]], [...y, "low"]);
    expect(biased.predict(far)).toEqual(["low", "low"]);
    expect(biased.predictProba(far).toArray()).toEqual([
      [0, 1],
      [0, 1],
    ]);
    expect(warnings).toEqual([]);
    const other = new RadiusNeighborsClassifier({ outlierLabel: "none" }).fit(X, y);
    expect(other.predict(far)).toEqual(["low", "none"]);
    expect(warnings).toEqual([]);
    expect(other.predictProba(far).toArray()).toEqual([
      [0, 1],
      [0, 0],
    ]);
    expect(warnings[0]?.message).toMatch(/expected outlierLabel among the classes, got "none"/);
    expect(() => new RadiusNeighborsClassifier({ outlierLabel: 1 }).fit(X, y)).toThrow(ValueError);
    warnings.length = 0;
    const mean = new RadiusNeighborsRegressor({ radius: 1 }).fit(X, [1, 2, 3, 4]).predict(far);
    expect(mean.toArray()).toEqual([1.5, Number.NaN]);
    expect(warnings[0]?.message).toMatch(/got none at row 1; the prediction is NaN/);
  });

  test("refuse weights that cannot be", () => {
    for (const Model of [KNeighborsClassifier, KNeighborsRegressor, RadiusNeighborsRegressor]) {
      expect(() => new Model({ weights: "near" as never })).toThrow(ParameterError);
      expect(() => new Model({ p: -1 })).toThrow(ParameterError);
    }
    expect(() => new RadiusNeighborsClassifier({ weights: 1 as never })).toThrow(ParameterError);
    const vote = (weights: (d: Float64Array) => number[]) => () =>
      new KNeighborsClassifier({ nNeighbors: 2, weights }).fit(X, y).predict([[0]]);
    expect(vote(() => [1])).toThrow("to give 2 finite numbers >= 0, got 1");
    expect(vote(() => [1, Number.NaN])).toThrow(ValueError);
    expect(vote(() => [-1, 1])).toThrow(ValueError);
    expect(vote(() => [0, 0])).toThrow("got only zeros at row 0");
    const zeros = new KNeighborsRegressor({ nNeighbors: 2, weights: () => [0, 0] });
    expect(() => zeros.fit(X, [1, 2, 3, 4]).predict([[0]])).toThrow(ValueError);
    expect(() => new KNeighborsClassifier().fit(X, y).predict(X)).toThrow(
      "expected nNeighbors <= 4, the rows of fit, got 5",
    );
  });

  test("NearestCentroid refuses what cannot be", () => {
    expect(() => new NearestCentroid({ metric: "cosine" as never })).toThrow(ParameterError);
    expect(() => new NearestCentroid({ shrinkThreshold: 0 })).toThrow(ParameterError);
    expect(() => new NearestCentroid({ priors: [0.5, 0.6] })).toThrow(ParameterError);
    expect(() => new NearestCentroid({ priors: "even" as never })).toThrow(ParameterError);
    expect(() => new NearestCentroid({ priors: [1] }).fit(X, y)).toThrow(ShapeError);
    expect(() => new NearestCentroid().fit(X, ["a", "a", "a", "a"])).toThrow(ValueError);
    expect(() => new NearestCentroid().fit([[1], [1]], ["a", "b"])).toThrow(ValueError);
    const median = new NearestCentroid({ metric: "manhattan" }).fit(X, y);
    expect(() => median.decisionFunction(X)).toThrow(ParameterError);
    expect(() => median.predictProba(X)).toThrow(ParameterError);
    expect(new NearestCentroid({ priors: [0.9, 0.1] }).fit(X, y).classPrior.toArray()).toEqual([
      0.9, 0.1,
    ]);
    warnings.length = 0;
    new NearestCentroid().fit(
      [
        [1, 5],
        [2, 5],
        [3, 6],
        [7, 6],
      ],
      ["a", "a", "b", "b"],
    );
    expect(warnings[0]?.message).toMatch(/got one that does not: column 1/);
  });
});
