import { defaultDevice, init } from "@jax-js/jax";
import { cnn } from "./jax/cnn";
import { gpt } from "./jax/gpt";
import { mlp } from "./jax/mlp";
import { add, convolution, convolutionGradients, matmul, mulSumBackward } from "./jax/operations";
import { gru, lstm } from "./jax/recurrent";
import { serve, versionOf } from "./serve";

await serve({
  version: `jax-js ${versionOf("@jax-js/jax")} WebAssembly`,
  // Its worker pool needs the browser's Worker.
  setting: typeof Worker === "undefined" ? "1 thread" : "all threads",
  start: async () => {
    await init("wasm");
    defaultDevice("wasm");
  },
  tasks: {
    matmul,
    convolution,
    convolutionGradients,
    mlp,
    cnn,
    lstm,
    gru,
    gpt,
    add,
    mulSumBackward,
  },
});
