import {
  NotFittedError,
  ParameterError,
  ShapeError,
  setWarningSink,
  ValueError,
} from "@gradus/core";
import { DataFrame } from "@gradus/data";
import { SparseTensor, type Tensor, tensor } from "@gradus/tensor";
import fc from "fast-check";
import { describe, expect, expectTypeOf, test } from "vitest";
import type { EstimatorClass } from "../base/base-estimator";
import { estimatorFromJSON } from "../base/from-json";
import type { EstimatorJSON } from "../base/json";
import type { Label } from "../base/labels";
import { LogisticRegression } from "../linear-model/logistic-regression";
import { crossValidate } from "../model-selection/cross-validate";
import { GridSearchCV } from "../model-selection/grid-search-cv";
import { makePipeline, Pipeline } from "../pipeline/pipeline";
import { StandardScaler } from "../preprocessing/standard-scaler";
import { readFixture } from "../testing/fixtures";
import { checkSampler, type SamplerCase } from "../testing/sampler-cases";
import { ADASYN } from "./adasyn";
import type { Sampler } from "./base-sampler";
import { BorderlineSMOTE } from "./borderline-smote";
import { EditedNearestNeighbours } from "./edited-nearest-neighbours";
import { NearMiss } from "./near-miss";
import { RandomOverSampler } from "./random-over-sampler";
import { RandomUnderSampler } from "./random-under-sampler";
import { SMOTE } from "./smote";
import { SMOTETomek } from "./smote-tomek";
import { TomekLinks } from "./tomek-links";

const cases = readFixture<SamplerCase>("imbalance").map((c) => ({
  ...c,
  name: `${c.estimator} of ${c.table}, ${JSON.stringify(c.options)}`,
}));

const X = [
  [0, 1],
  [1, 0],
  [2, 2],
  [3, 1],
  [4, 3],
  [5, 5],
  [6, 4],
  [4.5, 3.2],
  [7, 7],
  [3.6, 2],
];
const y = ["a", "a", "a", "a", "a", "a", "a", "b", "b", "b"];

/** The cases that every sampler passes. */
function samplerContract(create: () => Sampler): void {
  const sampler = () => create() as unknown as SMOTE;
  const { name } = create().constructor;

  describe(`${name} keeps the contract of samplers`, () => {
    test("says its name, is frozen, and keeps its options", () => {
      const made = sampler();
      expect((made.constructor as unknown as EstimatorClass<unknown>).typeName).toBe(name);
      expect(made.estimatorType).toBe("sampler");
      const params = made.getParams();
      made.fitResample(X, y);
      expect(made.getParams()).toEqual(params);
      expect(Object.isFrozen(made)).toBe(true);
      expect(() => made.withParams({ "no such": 1 })).toThrow(ParameterError);
    });

    test("a copy has learned nothing, and what was learned survives JSON", () => {
      const made = sampler();
      made.fitResample(X, y);
      expect(made.classes).toEqual(["a", "b"]);
      expect(made.nFeaturesIn).toBe(2);
      const copy = made.clone();
      expect(copy.getParams()).toEqual(made.getParams());
      expect(() => copy.classCounts).toThrow(NotFittedError);
      expect(() => copy.classes).toThrow(NotFittedError);
      const restored = estimatorFromJSON(
        JSON.parse(JSON.stringify(made)) as EstimatorJSON,
      ) as unknown as SMOTE;
      expect(restored.getParams()).toEqual(made.getParams());
      expect(restored.classCounts).toEqual(made.classCounts);
    });

    test("gives the same again, for tensors, tables and arrays, of any kind of label", () => {
      const rows = (X: unknown) => (X as { toArray?(): number[][] }).toArray?.() ?? X;
      const [more, labels] = sampler().fitResample(tensor(X), y);
      const [again] = sampler().fitResample(X, y);
      expect(rows(again)).toEqual(rows(more));
      const table = DataFrame.fromColumns({ u: X.map(([u]) => u!), v: X.map(([, v]) => v!) });
      const named = sampler();
      const [fromTable] = named.fitResample(table, y);
      const found = fromTable as unknown as DataFrame | Tensor;
      expect((found instanceof DataFrame ? found.toTensor() : found).toArray()).toEqual(rows(more));
      expect(named.featureNamesIn).toEqual(["u", "v"]);
      const [, numbers] = sampler().fitResample(
        X,
        y.map((label) => (label === "a" ? 3 : 7)),
      );
      expect(numbers).toEqual(labels.map((label) => (label === "a" ? 3 : 7)));
    });

    test("has as many labels as rows, of which it knows how many", () => {
      const made = sampler();
      const [more, labels] = made.fitResample(tensor(X), y);
      expect(more.shape).toEqual([labels.length, 2]);
      const of = (name: Label) => labels.filter((label) => label === name).length;
      expect(made.classCounts).toEqual([of("a"), of("b")]);
    });

    test("refuses what does not fit", () => {
      const resample = (rows: unknown, labels: unknown) => () =>
        sampler().fitResample(rows as never, labels as never);
      expect(resample(X, ["a", "b"])).toThrow(ShapeError);
      expect(
        resample(
          X,
          y.map(() => "a"),
        ),
      ).toThrow("labels of at least two classes, got only a");
      expect(resample(X, [null, ...y.slice(1)])).toThrow(ValueError);
      expect(resample(null, y)).toThrow(ValueError);
    });
  });
}

describe("samplers", () => {
  test.each(cases)("agree with imbalanced-learn: $name", (c) => checkSampler(c));

  samplerContract(() => new RandomOverSampler({ seed: 1 }));
  samplerContract(() => new RandomUnderSampler({ seed: 1 }));
  samplerContract(() => new SMOTE({ seed: 1, kNeighbors: 2 }));
  samplerContract(() => new BorderlineSMOTE({ seed: 1, kNeighbors: 2, mNeighbors: 3 }));
  samplerContract(() => new ADASYN({ seed: 1, nNeighbors: 2 }));
  samplerContract(() => new TomekLinks());
  samplerContract(() => new EditedNearestNeighbours());
  samplerContract(() => new NearMiss());
  samplerContract(() => new SMOTETomek({ seed: 1, smote: new SMOTE({ kNeighbors: 2, seed: 1 }) }));

  test("that need numbers refuse others", () => {
    const bad = X.map((row, i) => (i === 3 ? [Number.NaN, 1] : row));
    for (const sampler of [
      new SMOTE(),
      new ADASYN(),
      new BorderlineSMOTE(),
      new TomekLinks(),
      new NearMiss(),
      new EditedNearestNeighbours(),
      new SMOTETomek(),
    ]) {
      expect(() => sampler.fitResample(bad, y)).toThrow("got NaN at row 3, column 0");
    }
  });
});

describe("random samplers", () => {
  test("take rows of any kind, and give them as they are", () => {
    const texts = ["u", "v", "w", "x"];
    const labels = [1, 1, 1, 0];
    const [more] = new RandomOverSampler({ seed: 0 }).fitResample(texts, labels);
    expectTypeOf(more).toEqualTypeOf<string[]>();
    expect(more).toEqual(["u", "v", "w", "x", "x", "x"]);
    const sparse = SparseTensor.fromDense(tensor([[1], [2], [3], [0]]));
    const sampler = new RandomUnderSampler({ seed: 0 });
    const [fewer, left] = sampler.fitResample(sparse, labels);
    expect(fewer).toBeInstanceOf(SparseTensor);
    expect(left).toEqual([0, 1]);
    expect(sampler.sampleIndices[0]).toBe(3);
    expect(() => new RandomUnderSampler().sampleIndices).toThrow(NotFittedError);
  });

  test("without a seed draw anew", () => {
    const rows = Array.from({ length: 60 }, (_, i) => [i]);
    const labels = rows.map((_, i) => (i < 5 ? "few" : "many"));
    const draw = () => String(new RandomUnderSampler().fitResample(rows, labels)[0]);
    expect(new Set([draw(), draw(), draw()]).size).toBeGreaterThan(1);
  });
});

describe("strategies", () => {
  const labels = [..."aaaaaabbbbcc"];
  const rows = labels.map((_, i) => [i, (i * 5) % 7]);
  const over = (samplingStrategy: never) => {
    const sampler = new RandomOverSampler({ samplingStrategy, seed: 0 });
    sampler.fitResample(rows, labels);
    return sampler.classCounts;
  };
  const under = (samplingStrategy: never) => {
    const sampler = new RandomUnderSampler({ samplingStrategy, seed: 0 });
    sampler.fitResample(rows, labels);
    return sampler.classCounts;
  };

  test("name the classes, or their sizes", () => {
    expect(over("auto" as never)).toEqual([6, 6, 6]);
    expect(over("minority" as never)).toEqual([6, 4, 6]);
    expect(over("notMinority" as never)).toEqual([6, 6, 2]);
    expect(over("notMajority" as never)).toEqual([6, 6, 6]);
    expect(over("all" as never)).toEqual([6, 6, 6]);
    expect(over({ c: 5 } as never)).toEqual([6, 4, 5]);
    expect(under("auto" as never)).toEqual([2, 2, 2]);
    expect(under("majority" as never)).toEqual([2, 4, 2]);
    expect(under({ a: 3, b: 0 } as never)).toEqual([3, 0, 2]);
  });

  test("that y does not allow are refused", () => {
    expect(() => over(0.5 as never)).toThrow("expected two classes for a ratio");
    expect(() => over({ d: 9 } as never)).toThrow(
      "labels of y in samplingStrategy (a, b, c), got d",
    );
    expect(() => over({ a: 5 } as never)).toThrow("at least the 6 rows that class a has, got 5");
    expect(() => under({ c: 5 } as never)).toThrow("at most the 2 rows that class c has, got 5");
    const two = (ratio: number) => () =>
      new RandomOverSampler({ samplingStrategy: ratio }).fitResample([[1], [2], [3]], [0, 0, 1]);
    expect(two(0.4)).toThrow(ValueError);
    expect(two(1)()[1]).toEqual([0, 0, 1, 1]);
    expect(() => new TomekLinks({ samplingStrategy: ["z"] }).fitResample(X, y)).toThrow(ValueError);
  });

  test("and options that cannot be are refused", () => {
    const bad: (() => unknown)[] = [
      () => new RandomOverSampler({ samplingStrategy: "majority" }),
      () => new RandomOverSampler({ samplingStrategy: 0 }),
      () => new RandomOverSampler({ samplingStrategy: { a: -1 } }),
      () => new RandomOverSampler({ seed: -1 }),
      () => new RandomUnderSampler({ samplingStrategy: "minority" }),
      () => new RandomUnderSampler({ samplingStrategy: 2 }),
      () => new RandomUnderSampler({ replacement: 1 as never }),
      () => new SMOTE({ kNeighbors: 0 }),
      () => new SMOTE({ samplingStrategy: "most" as never }),
      () => new BorderlineSMOTE({ kind: "borderline" as never }),
      () => new BorderlineSMOTE({ mNeighbors: 0.5 }),
      () => new BorderlineSMOTE({ kNeighbors: -1 }),
      () => new ADASYN({ nNeighbors: 0 }),
      () => new ADASYN({ seed: 0.5 }),
      () => new TomekLinks({ samplingStrategy: 0.5 as never }),
      () => new TomekLinks({ samplingStrategy: "minority" as never }),
      () => new EditedNearestNeighbours({ nNeighbors: 0 }),
      () => new EditedNearestNeighbours({ kindSel: "most" as never }),
      () => new NearMiss({ version: 4 as never }),
      () => new NearMiss({ nNeighbors: 0 }),
      () => new NearMiss({ nNeighborsVer3: 0 }),
      () => new SMOTETomek({ smote: new TomekLinks() as never }),
      () => new SMOTETomek({ tomek: new SMOTE() as never }),
      () => new SMOTETomek({ samplingStrategy: "majority" }),
    ];
    for (const make of bad) expect(make, String(make)).toThrow(ParameterError);
  });
});

describe("made-up rows", () => {
  test("lie between two rows of their class", () => {
    const point = fc.tuple(fc.integer({ min: -20, max: 20 }), fc.integer({ min: -20, max: 20 }));
    const points = fc.array(point, { minLength: 3, maxLength: 8 });
    fc.assert(
      fc.property(points, fc.integer({ min: 0, max: 999 }), (few, seed) => {
        const many = Array.from({ length: 12 }, (_, i) => [100 + i, i]);
        const rows = [...many, ...few] as number[][];
        const labels = rows.map((_, i) => (i < 12 ? 0 : 1));
        const sampler = new SMOTE({ seed, kNeighbors: 2 });
        const [more] = sampler.fitResample(rows, labels);
        for (const [u, v] of (more.toArray() as number[][]).slice(rows.length)) {
          const isBetween = few.some(([a, b]) =>
            few.some(([c, d]) => {
              const across = (c - a) * (v! - b) - (d - b) * (u! - a);
              const inside =
                Math.min(a, c) - 1e-9 <= u! &&
                u! <= Math.max(a, c) + 1e-9 &&
                Math.min(b, d) - 1e-9 <= v! &&
                v! <= Math.max(b, d) + 1e-9;
              return Math.abs(across) < 1e-9 && inside;
            }),
          );
          expect(isBetween).toBe(true);
        }
      }),
      { numRuns: 40 },
    );
  });

  test("need enough neighbours", () => {
    expect(() => new SMOTE().fitResample(X, y)).toThrow(
      "expected at least 6 rows of class b, one more than kNeighbors, got 3",
    );
    expect(() => new BorderlineSMOTE().fitResample(X, y)).toThrow(ValueError);
    expect(() => new NearMiss({ nNeighbors: 4 }).fitResample(X, y)).toThrow(ValueError);
    const apart = [[0], [1], [2], [3], [4], [90], [91], [92]];
    const labels = [0, 0, 0, 0, 0, 1, 1, 1];
    expect(() => new ADASYN({ nNeighbors: 2 }).fitResample(apart, labels)).toThrow(
      "neighbours of other classes, got none; SMOTE needs none",
    );
    const few = new ADASYN({ nNeighbors: 2, samplingStrategy: { b: 3 } });
    expect(() => few.fitResample(X, y)).not.toThrow();
    const none = new BorderlineSMOTE({ kNeighbors: 2, mNeighbors: 2 });
    expect(none.fitResample(apart, labels)[1]).toEqual(labels);
  });

  test("NearMiss 3 says where it finds too few", () => {
    const seen: string[] = [];
    const previous = setWarningSink(({ message }) => seen.push(message));
    const rows = [[0], [1], [2], [3], [4], [5], [9], [9.1], [9.2], [9.3]];
    const labels = [0, 0, 0, 0, 0, 0, 1, 1, 1, 1];
    new NearMiss({ version: 3, nNeighborsVer3: 1 }).fitResample(rows, labels);
    setWarningSink(previous);
    expect(seen[0]).toContain("expected 4 rows near the smallest class, got 1");
  });
});

describe("in a pipeline", () => {
  test("rows are resampled in fit alone, and in the order of the steps", () => {
    const model = makePipeline(
      new StandardScaler(),
      new SMOTE({ kNeighbors: 2, seed: 0 }),
      new LogisticRegression(),
    );
    model.fit(X, y);
    const scaler = new StandardScaler().fit(X);
    const [more, labels] = new SMOTE({ kNeighbors: 2, seed: 0 }).fitResample(
      scaler.transform(X),
      y,
    );
    const byHand = new LogisticRegression().fit(more, labels);
    expect(model.finalStep.coef.toArray()).toEqual(byHand.coef.toArray());
    expect(model.predict(X)).toEqual(byHand.predict(scaler.transform(X)));
    expect(model.predictProba(X).shape).toEqual([10, 2]);
    expect(model.getFeatureNamesOut()).toEqual(["x0", "x1"]);
    const restored = estimatorFromJSON(
      JSON.parse(JSON.stringify(model)) as EstimatorJSON,
    ) as typeof model;
    expect(restored.predict(X)).toEqual(model.predict(X));
    expect((restored.namedSteps.smote as unknown as SMOTE).classCounts).toEqual([7, 7]);
  });

  test("cross-validation resamples the training rows only, and searches its options", () => {
    const many = [...X, ...X.map(([u, v]) => [u! + 0.1, v! - 0.1])];
    const labels = [...y, ...y];
    const model = makePipeline(new RandomOverSampler({ seed: 0 }), new LogisticRegression());
    const { estimators } = crossValidate(model, many, labels, { cv: 2, returnEstimator: true });
    for (const fitted of estimators!) {
      const sampler = fitted.namedSteps.randomoversampler as unknown as RandomOverSampler;
      expect(sampler.classCounts).toEqual([7, 7]);
      expect(Math.max(...sampler.sampleIndices)).toBeLessThan(10);
    }
    const search = new GridSearchCV({
      estimator: model,
      paramGrid: { "randomoversampler.samplingStrategy": [0.6, 1] },
      cv: 2,
    });
    expect(search.fit(many, labels).bestParams).toHaveProperty(
      "randomoversampler.samplingStrategy",
    );
  });

  test("transformers go on behind it, and it cannot come last or beside weights", () => {
    const model = new Pipeline({
      steps: [
        ["under", new RandomUnderSampler({ seed: 0 })],
        ["scale", new StandardScaler()],
      ],
    });
    expect(model.fitTransform(X, y).shape).toEqual([6, 2]);
    expect(model.transform(X).shape).toEqual([10, 2]);
    const back = model.inverseTransform(model.transform(X)).toArray() as number[][];
    expect(back[8]![0]).toBeCloseTo(7, 12);
    expect(() => makePipeline(new StandardScaler(), new SMOTE() as never)).toThrow(ParameterError);
    const weighted = makePipeline(new SMOTE(), new LogisticRegression());
    expect(() => weighted.fit(X, y, { sampleWeight: y.map(() => 1) })).toThrow(
      "expected no sampleWeight beside a sampler",
    );
  });
});
