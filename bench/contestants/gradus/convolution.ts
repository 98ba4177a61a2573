import { conv2d, tensor } from "@gradus/tensor";
import type { Workload } from "../../workload";
import { meanAbsolute, type Task } from "../serve";
import { computing, load } from "./load";

export function convolution({ arrays, settings }: Workload): Task {
  const [x, w] = [load(arrays.x!), load(arrays.w!)];
  return computing(
    () => conv2d(x, w, { padding: settings.padding! }),
    (y) => y,
  );
}

export function convolutionGradients({ arrays, settings }: Workload): Task {
  const x = tensor(load(arrays.x!), { requiresGrad: true });
  const w = tensor(load(arrays.w!), { requiresGrad: true });
  const gy = load(arrays.gy!);
  return {
    repetition: () => {
      x.grad = w.grad = undefined;
      conv2d(x, w, { padding: settings.padding! }).backward({ gradOutput: gy });
    },
    score: () => meanAbsolute(x.grad!.data()) + meanAbsolute(w.grad!.data()),
  };
}
