import { chosenBuild, type KernelBuild } from "./build";
import { compileRelaxed } from "./compile-relaxed";
import type { KernelExports } from "./exports";
import { kernelsBinary } from "./generated/kernels";
import { lowerRelaxed } from "./lower-relaxed";

/** What the kernels ask of their host; see assembly/parallel.ts. */
export interface KernelImports {
  startThreads(): void;
  threadFailed(): never;
}

/** The kernels, compiled synchronously against one memory, by the chosen build or the best that this engine accepts. */
export function instantiate(
  memory: WebAssembly.Memory,
  imports: KernelImports,
): {
  readonly exports: KernelExports;
  readonly build: KernelBuild;
  readonly module: WebAssembly.Module;
} {
  const decoded = decode(kernelsBinary);
  const binary = isShared(memory) ? decoded : withUnsharedMemory(decoded);
  const relaxed = chosenBuild() === "simd" ? undefined : compileRelaxed(binary);
  const module = relaxed ?? new WebAssembly.Module(lowerRelaxed(binary));
  const build = relaxed ? "relaxed-simd" : "simd";
  const instance = new WebAssembly.Instance(module, { env: { memory, ...imports } });
  return { exports: instance.exports as unknown as KernelExports, build, module };
}

function isShared(memory: WebAssembly.Memory): boolean {
  return typeof SharedArrayBuffer !== "undefined" && memory.buffer instanceof SharedArrayBuffer;
}

/** How the import of the memory stands in the binary: its name, its kind (2), its flags (3: shared, with a limit). */
const MEMORY_IMPORT = [..."\x06memory\x02\x03"].map((character) => character.charCodeAt(0));
const UNSHARED = 1;

/** The module is built for shared memory; a single flag makes it one for memory that is not. */
function withUnsharedMemory(binary: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const at = binary.findIndex((_, i) => MEMORY_IMPORT.every((byte, k) => binary[i + k] === byte));
  const patched = binary.slice();
  patched[at + MEMORY_IMPORT.length - 1] = UNSHARED;
  return patched;
}

function decode(base64: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  return bytes;
}
