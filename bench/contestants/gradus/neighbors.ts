import { KNeighborsClassifier, NearestNeighbors } from "@gradus/learn";
import type { Workload } from "../../workload";
import type { Task } from "../serve";
import { load } from "./load";

/** Fits a classifier and predicts; the score is the mean label. */
export function kNeighbors({ settings, arrays }: Workload): Task {
  const [X, queries] = [load(arrays.X!), load(arrays.queries!)];
  const y = Int32Array.from(load(arrays.y!).data());
  let predicted: number[] = [];
  return {
    repetition: () => {
      const model = new KNeighborsClassifier({ nNeighbors: settings.k! }).fit(X, y);
      predicted = model.predict(queries) as number[];
    },
    score: () => predicted.reduce((a, b) => a + b, 0) / predicted.length,
  };
}

/** Builds a tree, or not, and asks; the score is the mean distance. */
export function nearest({ settings, arrays }: Workload): Task {
  const [X, queries] = [load(arrays.X!), load(arrays.queries!)];
  const options = {
    nNeighbors: settings.k!,
    algorithm: settings.tree ? "kd_tree" : "brute",
  } as const;
  let mean = 0;
  return {
    repetition: () => {
      mean = new NearestNeighbors(options).fit(X).kneighbors(queries).distances.mean().item();
    },
    score: () => mean,
  };
}
