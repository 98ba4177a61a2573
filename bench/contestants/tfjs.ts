import { createRequire } from "node:module";
import { dirname } from "node:path";
import { setWasmPaths } from "@tensorflow/tfjs-backend-wasm";
import * as tf from "@tensorflow/tfjs-core";
import type { ArrayFile } from "../workload";
import { meanAbsolute, readArray, serve } from "./serve";

const require = createRequire(import.meta.url);
setWasmPaths(`${dirname(require.resolve("@tensorflow/tfjs-backend-wasm"))}/`);

await serve({
  version: `TensorFlow.js ${tf.version_core} WebAssembly`,
  prepare: async ({ task, arrays }) => {
    if (task !== "matmul") return "it has no such estimator";
    await tf.setBackend("wasm");
    const A = load(arrays.A!);
    const B = load(arrays.B!);
    let C = tf.matMul(A, B);
    return {
      repetition: () => {
        C.dispose();
        C = tf.matMul(A, B);
        C.dataSync(); // the result is computed when it is read
      },
      score: () => meanAbsolute(C.dataSync()),
    };
  },
});

function load(file: ArrayFile): tf.Tensor2D {
  return tf.tensor2d(readArray(file), file.shape as [number, number]);
}
