import {
  createSystem,
  createVirtualTypeScriptEnvironment,
  type VirtualTypeScriptEnvironment,
} from "@typescript/vfs";
import ts from "typescript";

/**
 * A TypeScript whose file system holds the declarations of our packages and of the language.
 *
 * @param types declarations by path, as lib/types.json holds them
 */
export function createEnvironment(
  types: Readonly<Record<string, string>>,
): VirtualTypeScriptEnvironment {
  const files = new Map(Object.entries(types));
  return createVirtualTypeScriptEnvironment(createSystem(files), [], ts, {
    target: ts.ScriptTarget.ES2023,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    // Every cell is a module of its own, whether it imports something or not.
    moduleDetection: ts.ModuleDetectionKind.Force,
    lib: libraries(files),
    types: [],
    strict: true,
    skipLibCheck: true,
    noEmit: true,
  });
}

/** The language's newest library, and what of the browser a worker has, where they are there. */
function libraries(files: ReadonlyMap<string, string>): string[] {
  const known = ["lib.es2023.d.ts", "lib.esnext.disposable.d.ts", "lib.webworker.d.ts"];
  return known.filter((name) => files.has(`/${name}`));
}
