import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** PGlite's WebAssembly, by the names of its options. */
export interface PGliteModules {
  readonly pgliteWasmModule: WebAssembly.Module;
  readonly initdbWasmModule: WebAssembly.Module;
}

let compiled: Promise<PGliteModules | undefined> | undefined;

/**
 * PGlite's WebAssembly, compiled once for all databases of this process: a thread cannot keep it for the next one.
 * Undefined where that fails: then PGlite does it, and says what is wrong.
 */
export function pgliteModules(): Promise<PGliteModules | undefined> {
  compiled ??= compileAll().catch(() => undefined);
  return compiled;
}

async function compileAll(): Promise<PGliteModules> {
  const folder = dirname(createRequire(import.meta.url).resolve("@electric-sql/pglite"));
  const compile = async (name: string) => WebAssembly.compile(await readFile(join(folder, name)));
  const [pgliteWasmModule, initdbWasmModule] = await Promise.all([
    compile("pglite.wasm"),
    compile("initdb.wasm"),
  ]);
  return { pgliteWasmModule, initdbWasmModule };
}
