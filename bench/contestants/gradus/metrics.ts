import { accuracyScore, confusionMatrix, meanSquaredError, r2Score } from "@gradus/learn";
import type { Workload } from "../../workload";
import type { Task } from "../serve";
import { load } from "./load";

export function classMetrics({ arrays }: Workload): Task {
  const labels = [arrays.y!, arrays.predicted!].map((file) => Int32Array.from(load(file).data()));
  const [y, predicted] = labels as [Int32Array, Int32Array];
  let score = Number.NaN;
  return {
    repetition: () => {
      const counts = confusionMatrix(y, predicted).toArray<number[][]>();
      score = accuracyScore(y, predicted) + counts[1]![2]! / y.length;
    },
    score: () => score,
  };
}

export function regressionMetrics({ arrays }: Workload): Task {
  const [y, predicted] = [load(arrays.y!), load(arrays.predicted!)];
  let score = Number.NaN;
  return {
    repetition: () => {
      score = r2Score(y, predicted) + meanSquaredError(y, predicted);
    },
    score: () => score,
  };
}
