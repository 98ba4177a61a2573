import { add as sum, tensor } from "@gradus/tensor";
import type { Workload } from "../../workload";
import { meanAbsolute, type Task } from "../serve";
import { computing, load } from "./load";

export function add({ arrays }: Workload): Task {
  const [a, b] = [load(arrays.a!), load(arrays.b!)];
  return computing(
    () => sum(a, b),
    (c) => c,
  );
}

export function mulSumBackward({ arrays }: Workload): Task {
  const x = tensor(load(arrays.x!), { requiresGrad: true });

  return {
    repetition: () => {
      x.grad = undefined;
      x.mul(2).sum().backward();
    },
    score: () => meanAbsolute(x.grad!.data()),
  };
}
