import type { KernelExports } from "./exports";
import { relaxedSimdBinary } from "./generated/relaxed-simd";
import { simdBinary } from "./generated/simd";

/** Which of the two builds runs: `relaxed-simd` has a fused multiply-add, so sums of products round once less. */
export type KernelBuild = "simd" | "relaxed-simd";

/** The kernels, compiled synchronously against one memory, by the best build that this engine accepts. */
export function instantiate(memory: WebAssembly.Memory): {
  readonly exports: KernelExports;
  readonly build: KernelBuild;
} {
  const relaxed = decode(relaxedSimdBinary);
  const build: KernelBuild = WebAssembly.validate(relaxed) ? "relaxed-simd" : "simd";
  const module = new WebAssembly.Module(build === "simd" ? decode(simdBinary) : relaxed);
  const instance = new WebAssembly.Instance(module, { env: { memory } });
  return { exports: instance.exports as unknown as KernelExports, build };
}

function decode(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}
