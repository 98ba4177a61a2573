import { RandomState } from "@gradus/core";
import { loadChurn } from "@gradus/data";
import { expect, test } from "vitest";
import {
  crossValScore,
  LogisticRegression,
  makePipeline,
  makeScorer,
  NearestNeighbors,
  recallScore,
  SMOTE,
  StandardScaler,
} from "../index";
import { readFixture } from "../testing/fixtures";
import { checkSampler, type SamplerCase, unbalanced } from "../testing/sampler-cases";

const cases = readFixture<SamplerCase>("imbalance");
const casesOf = (...names: string[]) => cases.filter(({ estimator }) => names.includes(estimator));

test("roadmap FEA-016: SMOTE is x + u·(x′ − x) with NumPy's draws, equals imbalanced-learn, and raises the recall of the smaller class", async () => {
  // The formula, with the same neighbours and draws.
  const { X, y } = await unbalanced("wine", [59, 59, 12]);
  const [more, labels] = new SMOTE({ seed: 7, kNeighbors: 4 }).fitResample(X, y);
  const rows = X.toArray() as number[][];
  const own = rows.filter((_, i) => y[i] === 2);
  const around = new NearestNeighbors({ nNeighbors: 4 }).fit(own).kneighbors();
  const neighbors = around.indices.toArray() as number[][];
  const random = new RandomState(7);
  const drawn = Array.from({ length: 47 }, () => random.integer(0, 12 * 4));
  const made = drawn.map((place) => {
    const x = own[Math.floor(place / 4)]!;
    const partner = own[neighbors[Math.floor(place / 4)]![place % 4]!]!;
    const u = random.uniform();
    return x.map((value, j) => value + u * (partner[j]! - value));
  });
  expect(labels.slice(y.length)).toEqual(new Array(47).fill(2));
  expect((more.toArray() as number[][]).slice(y.length)).toEqual(made);

  // Parity, with the kin of SMOTE.
  const kin = casesOf("SMOTE", "BorderlineSMOTE", "ADASYN", "SMOTETomek");
  expect(kin).toHaveLength(27);
  for (const c of kin) await checkSampler(c);

  // The gain, resampled in the training rows alone.
  const churn = (await loadChurn()).slice(0, 2000);
  const features = churn.select("tenure", "monthly_charges", "senior_citizen");
  const left = churn.column("churn").toArray() as string[];
  const recall = makeScorer((yTrue: string[], yPred: string[]) =>
    recallScore(yTrue, yPred, { posLabel: "Yes" }),
  );
  const recallOf = (model: ReturnType<typeof makePipeline>) => {
    const scores = crossValScore(model as never, features, left, { scoring: recall, cv: 5 });
    return scores.reduce((sum, score) => sum + score, 0) / scores.length;
  };
  const plain = recallOf(makePipeline(new StandardScaler(), new LogisticRegression()) as never);
  const resampled = recallOf(
    makePipeline(new StandardScaler(), new SMOTE({ seed: 0 }), new LogisticRegression()) as never,
  );
  expect(plain).toBeLessThan(0.55);
  expect(resampled).toBeGreaterThan(plain + 0.2);
});

test("roadmap FEA-017: random under-sampling, Tomek links, NearMiss and edited neighbours keep imbalanced-learn's rows", async () => {
  const counts = {
    RandomUnderSampler: 17,
    TomekLinks: 24,
    NearMiss: 25,
    EditedNearestNeighbours: 16,
  };
  for (const [name, count] of Object.entries(counts)) {
    const own = casesOf(name);
    expect(own).toHaveLength(count);
    expect(new Set(own.map(({ table }) => table)).size).toBe(4);
    for (const c of own) {
      expect(c.indices).toBeDefined();
      await checkSampler(c);
    }
  }
});
