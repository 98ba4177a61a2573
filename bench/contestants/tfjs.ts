import { createRequire } from "node:module";
import { dirname } from "node:path";
import { setWasmPaths } from "@tensorflow/tfjs-backend-wasm";
import * as tf from "@tensorflow/tfjs-core";
import { serve } from "./serve";
import { gpt } from "./tfjs/gpt";
import { mlp } from "./tfjs/mlp";
import { add, convolution, matmul, mulSumBackward } from "./tfjs/operations";
import { gru, lstm } from "./tfjs/recurrent";

const require = createRequire(import.meta.url);
// The package for Node comes without its gradients; this file of its own adds them. Its imports name folders and
// leave out endings, so only require finds them.
require("@tensorflow/tfjs-core/dist/register_all_gradients");
setWasmPaths(`${dirname(require.resolve("@tensorflow/tfjs-backend-wasm"))}/`);

const noGradient = "its WebAssembly lacks Conv2DBackpropFilter";

await serve({
  version: `TensorFlow.js ${tf.version_core} WebAssembly`,
  // Its threads need the browser's workers.
  setting: "1 thread",
  start: async () => {
    await tf.setBackend("wasm");
  },
  tasks: {
    matmul,
    convolution,
    convolutionGradients: noGradient,
    mlp,
    cnn: noGradient,
    lstm,
    gru,
    gpt,
    add,
    mulSumBackward,
  },
});
