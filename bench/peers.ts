import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { PeerName } from "./workload";

/** How a contestant is started. */
export interface Command {
  readonly program: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** How ours is started: on all processors, as a user gets it. */
export const ourCommand: Command = typescript("contestants/gradus.ts");

/** One command for each setting of the peer that is worth a try; the table publishes the best one. */
export function peerCommands(peer: PeerName): Command[] {
  switch (peer) {
    case "tfjs":
      return [typescript("contestants/tfjs.ts")];
    case "jax-js":
      return [typescript("contestants/jax.ts")];
    case "ml-matrix":
      return [typescript("contestants/ml-matrix.ts")];
    case "ml.js":
      return [typescript("contestants/ml.ts")];
    case "scikit.js":
      return [typescript("contestants/scikit-js.ts")];
    case "arquero":
      return [typescript("contestants/arquero.ts")];
    case "pandas":
      return [python("pandas", "PYTHON")];
    case "scikit-learn":
      return [python("sklearn", "PYTHON")];
    case "numpy":
      return ["1", "2"].map((threads) => python("numpy", "PYTHON", blasThreads(threads)));
    case "pytorch":
      // Debian's build slows down several times over when both of its thread pools want all processors.
      return ["1", "2"].flatMap((torch) =>
        ["1", "2"].map((blas) =>
          python("torch", "PYTHON_TORCH", { ...blasThreads(blas), TORCH_THREADS: torch }),
        ),
      );
  }
}

function blasThreads(threads: string): Record<string, string> {
  return { OPENBLAS_NUM_THREADS: threads };
}

function typescript(file: string): Command {
  const path = fileURLToPath(new URL(file, import.meta.url));
  const flags = ["--import", "tsx", "--conditions=gradus-source"];
  return { program: process.execPath, args: [...flags, path] };
}

function python(library: string, variable: string, env: Record<string, string> = {}): Command {
  const path = fileURLToPath(new URL("contestants/python/main.py", import.meta.url));
  return { program: pythonWith(library, variable), args: [path, library], env };
}

const found = new Map<string, string>();

/** The Python that the environment variable names, else the first that has the library. */
function pythonWith(library: string, variable: string): string {
  const named = process.env[variable];
  if (named !== undefined) return named;
  const known = found.get(library);
  if (known !== undefined) return known;
  const usual = ["python3", "/usr/bin/python3"];
  const python = usual.find((name) => imports(name, library)) ?? usual[0]!;
  found.set(library, python);
  return python;
}

function imports(python: string, library: string): boolean {
  const test = `import importlib.util, sys; sys.exit(importlib.util.find_spec("${library}") is None)`;
  return spawnSync(python, ["-c", test]).status === 0;
}
