import { type Remote, wrap } from "comlink";
import type { TypeScriptService } from "./protocol";

let running: Remote<TypeScriptService> | undefined;

/** Starts TypeScript in its worker, once for all editors of the page. */
export function startTypeScript(): Remote<TypeScriptService> {
  running ??= wrap<TypeScriptService>(
    new Worker(new URL("./worker.ts", import.meta.url), { type: "module", name: "typescript" }),
  );
  return running;
}

/** TypeScript where somebody has started it already: several megabytes are not fetched for a passing glance. */
export function runningTypeScript(): Remote<TypeScriptService> | undefined {
  return running;
}
