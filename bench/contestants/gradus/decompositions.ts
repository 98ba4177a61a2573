import { solve as solveSystem } from "@gradus/tensor";
import type { Workload } from "../../workload";
import type { Task } from "../serve";
import { computing, load } from "./load";

export function solve({ arrays }: Workload): Task {
  const [A, b] = [load(arrays.A!).astype("float64"), load(arrays.b!).astype("float64")];
  return computing(
    () => solveSystem(A, b),
    (x) => x,
  );
}

export const svd = "the operation is still to come";
export const eigh = "the operation is still to come";
