import { loadDiabetes } from "@gradus/data";
import { expect, test } from "vitest";
import {
  GaussianNB,
  GridSearchCV,
  type GridSearchOptions,
  HalvingGridSearchCV,
  type HalvingGridSearchOptions,
  KNeighborsClassifier,
  KNeighborsRegressor,
  MultinomialNB,
  Pipeline,
  type Predictor,
  RandomizedSearchCV,
  type RandomizedSearchOptions,
  Ridge,
  StandardScaler,
  WorkerPool,
} from "../index";
import { expectAllClose, readFixture } from "../testing/fixtures";
import { type TableName, tableByName } from "../testing/shipped-tables";

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

interface GridCase {
  readonly model: keyof typeof models;
  readonly table: TableName;
  readonly options: Omit<GridSearchOptions<Predictor>, "estimator">;
  readonly expected: {
    readonly columns: Readonly<Record<string, readonly number[]>>;
    readonly bestParams: Readonly<Record<string, unknown>>;
    readonly bestScore: number;
  };
}

const scaled = <P extends Predictor>(model: P) =>
  new Pipeline({
    steps: [
      ["scaler", new StandardScaler()],
      ["model", model],
    ],
  });
const models = {
  Ridge: scaled(new Ridge()),
  KNeighborsRegressor: scaled(new KNeighborsRegressor()),
  KNeighborsClassifier: scaled(new KNeighborsClassifier()),
  GaussianNB: scaled(new GaussianNB()),
  MultinomialNB: new Pipeline({ steps: [["model", new MultinomialNB()]] }),
};

test("roadmap EVA-017: mean scores of grids on five tables equal scikit-learn's to 1e-10 with the same best options, in this thread and in parallel workers", async () => {
  const cases = readFixture<GridCase>("grid-search");
  expect(cases.length).toBeGreaterThanOrEqual(9);
  expect(new Set(cases.map(({ table }) => table)).size).toBe(5);
  await using workers = new WorkerPool(2);
  for (const { model, table, options, expected } of cases) {
    const { X, y } = await tableByName(table);
    const search = () =>
      new GridSearchCV<Predictor>({
        estimator: models[model] as Predictor,
        returnTrainScore: true,
        ...options,
      });
    const [here, parallel] = [search().fit(X, y), await search().fitAsync(X, y, { workers })];
    for (const found of [here, parallel]) {
      for (const [name, values] of Object.entries(expected.columns)) {
        expectAllClose(found.cvResults.column(name).toArray() as number[], values, close);
      }
      expect(found.bestParams).toEqual(expected.bestParams);
      expectAllClose(found.bestScore, expected.bestScore, close);
    }
    for (const name of here.cvResults.columns.filter((name) => !name.endsWith("_time"))) {
      expect(parallel.cvResults.column(name).toArray()).toEqual(
        here.cvResults.column(name).toArray(),
      );
    }
  }
});
