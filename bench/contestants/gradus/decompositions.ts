import {
  svd as singularValues,
  solve as solveSystem,
  eigh as symmetricEigen,
  type Tensor,
} from "@gradus/tensor";
import type { ArrayFile, Workload } from "../../workload";
import type { Task } from "../serve";
import { computing, load } from "./load";

export function svd({ arrays }: Workload): Task {
  const A = doubles(arrays.A!);
  return computing(
    () => singularValues(A),
    ({ S }) => S,
  );
}

export function eigh({ arrays }: Workload): Task {
  const A = doubles(arrays.A!);
  const symmetric = A.add(A.transpose());
  return computing(
    () => symmetricEigen(symmetric),
    ({ values }) => values,
  );
}

export function solve({ arrays }: Workload): Task {
  const [A, b] = [doubles(arrays.A!), doubles(arrays.b!)];
  return computing(
    () => solveSystem(A, b),
    (x) => x,
  );
}

function doubles(file: ArrayFile): Tensor {
  return load(file).astype("float64");
}
