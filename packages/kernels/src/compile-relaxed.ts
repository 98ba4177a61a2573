import { nodeModule } from "@gradus/core";

/**
 * The module, where the engine has relaxed SIMD; else undefined. V8 11.3, Node 20's, has it finished behind a flag
 * that may be set while it runs: it is set for the time of this one compilation. A module keeps the features that
 * it was compiled with, in threads too.
 */
export function compileRelaxed(binary: Uint8Array<ArrayBuffer>): WebAssembly.Module | undefined {
  if (WebAssembly.validate(binary)) return new WebAssembly.Module(binary);
  if (!globalThis.process?.versions?.v8?.startsWith("11.3.")) return undefined;
  const v8 = nodeModule<{ setFlagsFromString(flag: string): void }>("node:v8");
  v8?.setFlagsFromString("--experimental-wasm-relaxed-simd");
  try {
    return WebAssembly.validate(binary) ? new WebAssembly.Module(binary) : undefined;
  } finally {
    v8?.setFlagsFromString("--no-experimental-wasm-relaxed-simd");
  }
}
