import { LinearSVC, SVC } from "@gradus/learn";
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
