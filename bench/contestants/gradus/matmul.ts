import type { Workload } from "../../workload";
import type { Task } from "../serve";
import { computing, load } from "./load";

export function matmul({ arrays, settings }: Workload): Task {
  const [A, B] = [load(arrays.A!), load(arrays.B!)];
  const a = settings.transposeA ? A.transpose() : A;
  const b = settings.transposeB ? B.transpose() : B;
  return computing(
    () => a.matmul(b),
    (C) => C,
  );
}
