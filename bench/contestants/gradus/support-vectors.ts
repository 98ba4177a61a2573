import { GridSearchCV, LinearSVC, SVC, WorkerPool } from "@gradus/learn";
import type { Workload } from "../../workload";
import type { Task } from "../serve";
import { load } from "./load";

/** Fits a machine with a Gaussian kernel and predicts; the score is the mean label. */
export function svc({ arrays }: Workload): Task {
  const [X, queries] = [load(arrays.X!), load(arrays.queries!)];
  const y = Int32Array.from(load(arrays.y!).data());
  let predicted: number[] = [];
  return {
    repetition: () => {
      predicted = new SVC().fit(X, y).predict(queries) as number[];
    },
    score: () => predicted.reduce((a, b) => a + b, 0) / predicted.length,
  };
}

/** Fits a linear machine and predicts the rows that it has seen; the score is the share that is right. */
export function linearSVC({ arrays }: Workload): Task {
  const X = load(arrays.X!);
  const y = Int32Array.from(load(arrays.y!).data());
  let predicted: number[] = [];
  return {
    repetition: () => {
      predicted = new LinearSVC().fit(X, y).predict(X) as number[];
    },
    score: () => predicted.filter((label, i) => label === y[i]).length / y.length,
  };
}

/** Searches eight machines in workers that are there already; the score is the mean of all scores. */
export function gridSearch({ arrays, settings }: Workload): Task {
  const X = load(arrays.X!);
  const y = Int32Array.from(load(arrays.y!).data());
  const workers = new WorkerPool(settings.workers);
  const paramGrid = { C: [0.3, 1, 3, 10], gamma: [0.02, 0.1] };
  let scores: number[] = [];
  return {
    repetition: async () => {
      const search = new GridSearchCV({ estimator: new SVC(), paramGrid, refit: false });
      await search.fitAsync(X, y, { workers });
      scores = search.cvResults.column("mean_test_score").toArray() as number[];
    },
    score: () => scores.reduce((a, b) => a + b, 0) / scores.length,
  };
}
