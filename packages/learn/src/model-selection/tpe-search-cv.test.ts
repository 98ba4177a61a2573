import { ParameterError } from "@gradus/core";
import { loguniform, norm, randint, uniform } from "@gradus/stats";
import { tensor } from "@gradus/tensor";
import { describe, expect, expectTypeOf, test } from "vitest";
import { BaseRegressor } from "../base/base-regressor";
import { estimatorFromJSON } from "../base/from-json";
import { Ridge } from "../linear-model/ridge";
import { RandomizedSearchCV } from "./randomized-search-cv";
import { TPESearchCV } from "./tpe-search-cv";

interface Options {
  readonly strength?: number;
  readonly share?: number;
  readonly depth?: number;
  readonly flag?: string;
}

/** A regressor that learns nothing: its score is how far its options are from known best ones. */
class Surface extends BaseRegressor<Options, object> {
  static override readonly typeName: string = "Surface";
  readonly strength: number;
  readonly share: number;
  readonly depth: number;
  readonly flag: string;

  constructor({ strength = 1, share = 0.5, depth = 1, flag = "a" }: Options = {}) {
    super();
    this.strength = strength;
    this.share = share;
    this.depth = depth;
    this.flag = flag;
    Object.freeze(this);
  }

  fit(): this {
    return this.keep({ nFeaturesIn: 1, featureNamesIn: undefined });
  }

  predict() {
    return tensor([0]);
  }

  /** 0 at strength 20, share 0.25, depth 20 and flag "c". */
  override score(): number {
    const { strength, share, depth, flag } = this;
    return -(
      (Math.log10(strength) - Math.log10(20)) ** 2 +
      (4 * (share - 0.25)) ** 2 +
      ((depth - 20) / 20) ** 2 +
      (flag === "c" ? 0 : 1)
    );
  }
}

const X = [[0], [1], [2], [3]];
const y = [0, 1, 2, 3];
const strength = loguniform({ a: 1e-4, b: 1e4 });
const paramDistributions = {
  strength,
  share: uniform({ loc: 0, scale: 1 }),
  depth: randint({ low: 1, high: 101 }),
  flag: ["a", "b", "c"],
};
const setting = { estimator: new Surface(), paramDistributions, cv: 2 } as const;
const seeds = Array.from({ length: 12 }, (_, seed) => seed);
const mean = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

describe("TPESearchCV", () => {
  test.each([
    ["one strength", { strength, depth: [20], share: [0.25], flag: ["c"] }, 30, 0.2],
    ["a strength, a share, a whole number and a word", paramDistributions, 40, 0.7],
  ])(
    "comes nearer to a known optimum than random draws do: %s",
    (_, paramDistributions, nIter, part) => {
      const missed = (search: typeof TPESearchCV | typeof RandomizedSearchCV) =>
        mean(
          seeds.map((seed) => {
            const options = { ...setting, paramDistributions, nIter, seed };
            return -new search(options as never).fit(X, y).bestScore;
          }),
        );
      expect(missed(TPESearchCV)).toBeLessThan(part * missed(RandomizedSearchCV));
    },
  );

  test("draws the first choices, then more and more near the best", () => {
    const search = new TPESearchCV({ ...setting, nIter: 50, nStartup: 12, seed: 3 }).fit(X, y);
    expect(search.candidates).toHaveLength(50);
    for (const { strength, share, depth, flag } of search.candidates as Required<Options>[]) {
      expect(strength).toBeGreaterThanOrEqual(1e-4);
      expect(strength).toBeLessThanOrEqual(1e4);
      expect(Math.abs(share - 0.5)).toBeLessThanOrEqual(0.5);
      expect(Number.isInteger(depth) && depth >= 1 && depth <= 100).toBe(true);
      expect(["a", "b", "c"]).toContain(flag);
    }
    const scores = search.cvResults.column("mean_test_score").toArray() as number[];
    expect(mean(scores.slice(30))).toBeGreaterThan(mean(scores.slice(0, 12)) + 1);
    expect(search.bestScore).toBe(Math.max(...scores));
    expect(search.bestEstimator.strength).toBe(search.bestParams.strength);
    expectTypeOf(search.bestEstimator).toEqualTypeOf<Surface>();
    const early = new TPESearchCV({ ...setting, nIter: 5, nStartup: 12, seed: 3 }).fit(X, y);
    expect(early.candidates).toEqual(search.candidates.slice(0, 5));
  });

  test("the same seed gives the same choices, another one others", () => {
    const ridge = { estimator: new Ridge(), cv: 2, nIter: 14, seed: 5 };
    const options = { ...ridge, paramDistributions: { alpha: strength, fitIntercept: [true] } };
    const first = new TPESearchCV(options).fit(X, y);
    expect(new TPESearchCV(options).fit(X, y).candidates).toEqual(first.candidates);
    const other = new TPESearchCV({ ...options, seed: 6 }).fit(X, y);
    expect(other.candidates).not.toEqual(first.candidates);
  });

  test("tries no choice twice, and ends when there is no other", () => {
    const few = { flag: ["a", "b", "c"], depth: randint({ low: 19, high: 22 }) };
    const search = new TPESearchCV({ ...setting, paramDistributions: few, nStartup: 3, seed: 1 });
    const { candidates, bestParams } = search.fit(X, y);
    expect(new Set(candidates.map((choice) => JSON.stringify(choice))).size).toBe(9);
    expect(candidates).toHaveLength(9);
    expect(bestParams).toEqual({ flag: "c", depth: 20 });
    const all = new TPESearchCV({ ...setting, paramDistributions: few, nStartup: 20, seed: 1 });
    expect(all.fit(X, y).candidates).toHaveLength(9);
  });

  test("an unbounded distribution is searched where it lies", () => {
    const scoring = (estimator: Surface) => -Math.abs(estimator.depth - 2.5);
    const search = new TPESearchCV({
      ...setting,
      paramDistributions: { depth: norm() },
      nIter: 60,
      scoring: scoring as never,
      seed: 0,
    });
    expect(Math.abs((search.fit(X, y).bestParams.depth as number) - 2.5)).toBeLessThan(0.1);
  });

  test("a choice that fails is a bad one", () => {
    const scoring = (estimator: Surface) =>
      estimator.flag === "c" ? Number.NaN : estimator.score();
    const search = new TPESearchCV({
      ...setting,
      nIter: 60,
      gamma: 0.5,
      scoring: scoring as never,
      seed: 0,
    }).fit(X, y);
    expect(search.bestParams.flag).not.toBe("c");
    const late = search.candidates.slice(30).filter(({ flag }) => flag === "c");
    expect(late.length).toBeLessThan(6);
  });

  test("survives JSON where its values are lists", () => {
    const search = new TPESearchCV({
      estimator: new Ridge(),
      paramDistributions: { alpha: [0.1, 1, 10] },
      cv: 2,
      seed: 0,
    }).fit(X, y);
    const read = estimatorFromJSON(JSON.parse(JSON.stringify(search))) as TPESearchCV<Ridge>;
    expect(read.bestParams).toEqual(search.bestParams);
    expect(read.predict(X).toArray()).toEqual(search.predict(X).toArray());
  });

  test("refuses what cannot be searched", () => {
    const make = (options: object) => () => new TPESearchCV({ ...setting, ...options });
    for (const options of [
      { estimator: 3 },
      { nIter: 0 },
      { nStartup: 0 },
      { gamma: 0 },
      { gamma: 1 },
      { gamma: Number.NaN },
      { nCandidates: 0 },
      { seed: -1 },
      { scoring: "best" },
      { paramDistributions: { share: [] } },
    ]) {
      expect(make(options)).toThrow(ParameterError);
    }
    expect(make({ paramDistributions: { share: 0.5 } })).toThrow(
      "TPESearchCV: share must be a list of at least one value or a distribution with cdf and ppf, got 0.5",
    );
    expect(make({ paramDistributions: { share: { rvs: () => [1] } } })).toThrow(ParameterError);
    const unknown = make({ paramDistributions: { beta: [1] } })();
    expect(() => unknown.fit(X, y)).toThrow(ParameterError);
    expect(() => unknown.bestParams).toThrow("call fit first");
  });
});
