import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { defaultDevice, init, numpy as np } from "@jax-js/jax";
import type { ArrayFile } from "../workload";
import { meanAbsolute, readArray, serve } from "./serve";

const entry = createRequire(import.meta.url).resolve("@jax-js/jax");
const { version } = JSON.parse(readFileSync(join(entry, "../../package.json"), "utf8"));

await serve({
  version: `jax-js ${version} WebAssembly`,
  prepare: async ({ task, arrays }) => {
    if (task !== "matmul") return "it has no such estimator";
    await init("wasm");
    defaultDevice("wasm");
    const A = load(arrays.A!);
    const B = load(arrays.B!);
    let C: np.Array | undefined;
    return {
      repetition: async () => {
        C?.dispose();
        C = np.matmul(A.ref, B.ref);
        await C.blockUntilReady();
      },
      score: async () => meanAbsolute((await C!.ref.data()) as Float32Array),
    };
  },
});

function load(file: ArrayFile): np.Array {
  return np.array(readArray(file) as Float32Array<ArrayBuffer>).reshape([...file.shape]);
}
