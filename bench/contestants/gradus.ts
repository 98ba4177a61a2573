import { LinearRegression, Ridge, r2Score } from "@gradus/learn";
import { type Tensor, tensor } from "@gradus/tensor";
import type { ArrayFile, Workload } from "../workload";
import { meanAbsolute, readArray, serve, type Task } from "./serve";

await serve({
  version: "gradus",
  prepare: async ({ task, arrays }: Workload) => {
    const { A, B, X, y } = arrays;
    if (task === "matmul") return matmul(load(A!), load(B!));
    const model = task === "ridge" ? () => new Ridge({ alpha: 1 }) : () => new LinearRegression();
    return regression(model, load(X!), load(y!));
  },
});

function matmul(A: Tensor, B: Tensor): Task {
  let C: Tensor;
  return {
    repetition: () => {
      C = A.matmul(B);
    },
    score: () => meanAbsolute(C.data()),
  };
}

function regression(make: () => LinearRegression | Ridge, X: Tensor, y: Tensor): Task {
  let model: LinearRegression | Ridge;
  return {
    repetition: () => {
      model = make().fit(X, y);
    },
    score: () => r2Score(y, model.predict(X)),
  };
}

function load(file: ArrayFile): Tensor {
  return tensor(readArray(file)).reshape([...file.shape]);
}
