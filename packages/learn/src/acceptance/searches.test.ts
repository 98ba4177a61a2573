import { loadDiabetes } from "@gradus/data";
import { expect, test } from "vitest";
import {
  HalvingGridSearchCV,
  type HalvingGridSearchOptions,
  RandomizedSearchCV,
  type RandomizedSearchOptions,
  Ridge,
} from "../index";
import { expectAllClose, readFixture } from "../testing/fixtures";

interface Case<Options, Expected> {
  readonly kind: string;
  readonly options: Options;
  readonly expected: Expected;
}

interface Drawn {
  readonly candidates: readonly { readonly alpha: number; readonly fitIntercept: boolean }[];
  readonly means: readonly number[];
  readonly deviations: readonly number[];
  readonly ranks: readonly number[];
  readonly best: number;
  readonly bestScore: number;
}

interface Halved {
  readonly mean_test_score: readonly number[];
  readonly iter: readonly number[];
  readonly n_resources: readonly number[];
  readonly alpha: readonly number[];
  readonly bestIndex: number;
}

type RandomizedOptions = Omit<RandomizedSearchOptions<Ridge>, "estimator">;
type HalvingOptions = Omit<HalvingGridSearchOptions<Ridge>, "estimator">;

const estimator = new Ridge({ alpha: 0.5 });
const close = { rtol: 1e-10, atol: 1e-10 };

function casesOf<Options, Expected>(kind: string) {
  const cases = readFixture<Case<Options, Expected>>("model-selection").filter(
    (one) => one.kind === kind,
  );
  expect(cases.length).toBeGreaterThanOrEqual(2);
  return cases;
}

test("roadmap EVA-018: from the same sampled list the same candidates have scikit-learn's results, and halving its rounds", async () => {
  const patients = await loadDiabetes({ scaled: true });
  const X = patients.drop("progression").toTensor();
  const y = patients.column("progression").toArray() as number[];

  for (const { options, expected } of casesOf<RandomizedOptions, Drawn>("randomized")) {
    const search = new RandomizedSearchCV({ estimator, ...options }).fit(X, y);
    const column = (name: string) => search.cvResults.column(name).toArray() as number[];
    // The order of the draw is each library's own; the candidates are not.
    const places = expected.candidates.map(({ alpha, fitIntercept }) =>
      search.candidates.findIndex(
        (own) => own.alpha === alpha && own.fitIntercept === fitIntercept,
      ),
    );
    expect([...places].sort((a, b) => a - b)).toEqual(expected.candidates.map((_, k) => k));
    const inTheirOrder = (name: string) => places.map((place) => column(name)[place]!);
    expectAllClose(inTheirOrder("mean_test_score"), expected.means, close);
    expectAllClose(inTheirOrder("std_test_score"), expected.deviations, close);
    expect(inTheirOrder("rank_test_score")).toEqual(expected.ranks);
    expect(search.bestParams.alpha).toBe(expected.best);
    expectAllClose(search.bestScore, expected.bestScore, close);
  }

  for (const { options, expected } of casesOf<HalvingOptions, Halved>("halving")) {
    const search = new HalvingGridSearchCV({ estimator, ...options }).fit(X, y);
    const column = (name: string) => search.cvResults.column(name).toArray();
    for (const name of ["iter", "n_resources"] as const) {
      expect(column(name)).toEqual(expected[name]);
    }
    expect(column("param_alpha")).toEqual(expected.alpha);
    expectAllClose(column("mean_test_score") as number[], expected.mean_test_score, close);
    expect(search.bestIndex).toBe(expected.bestIndex);
  }
});
