import { type BuildFailure, build, type Plugin } from "esbuild";
import { guardLoops } from "./guard-loops";

/** The packages that lessons and submissions may import, as the running test has them. */
const packages: Readonly<Record<string, () => Promise<object>>> = {
  "@gradus/core": () => import("@gradus/core"),
  "@gradus/tensor": () => import("@gradus/tensor"),
  "@gradus/stats": () => import("@gradus/stats"),
  "@gradus/files": () => import("@gradus/files"),
  "@gradus/data": () => import("@gradus/data"),
  "@gradus/plot": () => import("@gradus/plot"),
  "@gradus/learn": () => import("@gradus/learn"),
};

/** What a loaded program finds in place of the real `console`. */
export interface ProgramConsole {
  log(...values: unknown[]): void;
}

/** What programs reach through one global symbol, since they are loaded from text. */
interface Bridge {
  readonly packages: Map<string, object>;
  readonly consoles: Map<number, ProgramConsole>;
  next: number;
}

const bridgeSymbol = Symbol.for("gradus.content.bridge");
const bridge: Bridge = { packages: new Map(), consoles: new Map(), next: 0 };
Object.assign(globalThis, { [bridgeSymbol]: bridge });

/** Enough for a cell that times its loops. */
const MOST_ROUNDS = 20_000_000;

/**
 * Compiles a TypeScript program from its text, runs it and gives its exports. `import { Ridge } from
 * "@gradus/learn"` finds the same package as the test itself; loops that would never end throw.
 *
 * @param source the program
 * @param options `console`: what that is in it, by default it says nothing; `mostRounds`: how often its loops may
 *   go round, all together, before they count as endless
 * @throws SyntaxError with the line if it does not compile or imports what a package does not export
 * @throws whatever the program throws
 */
export async function loadProgram(
  source: string,
  options: { readonly console?: ProgramConsole; readonly mostRounds?: number } = {},
): Promise<Record<string, unknown>> {
  const { console = { log: () => {} }, mostRounds = MOST_ROUNDS } = options;
  const id = bridge.next++;
  bridge.consoles.set(id, console);
  const code = await compileProgram(source);
  const banner = [
    `const $bridge = globalThis[Symbol.for("gradus.content.bridge")];`,
    `const $say = (...values) => $bridge.consoles.get(${id})?.log(...values);`,
    "const console = { log: $say, info: $say, warn: $say, error: $say };",
    `let $rounds = ${mostRounds};`,
    `const $round = () => { if ($rounds-- === 0) throw new Error("a loop does not end"); };`,
  ].join(" ");
  const url = `data:text/javascript;base64,${Buffer.from(`${banner}\n${code}`).toString("base64")}`;
  return (await import(/* @vite-ignore */ url)) as Record<string, unknown>;
}

async function compileProgram(source: string): Promise<string> {
  const result = await build({
    stdin: { contents: guardLoops(source, "$round()"), loader: "ts", sourcefile: "program.ts" },
    bundle: true,
    write: false,
    format: "esm",
    platform: "neutral",
    target: "es2022",
    logLevel: "silent",
    plugins: [runningPackages],
  }).catch((failure: BuildFailure) => {
    const [first] = failure.errors ?? [];
    if (!first) throw failure;
    const place = first.location ? `line ${first.location.line}: ` : "";
    throw new SyntaxError(`${place}${first.text}`);
  });
  return result.outputFiles[0]!.text;
}

/** Replaces `@gradus/x` by a module with the same names, taken from the package already loaded. */
const runningPackages: Plugin = {
  name: "running-packages",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^[^./]/ }, ({ path, kind }) => {
      if (kind === "entry-point") return undefined;
      if (packages[path]) return { path, namespace: "running" };
      const known = Object.keys(packages).join(", ");
      return { errors: [{ text: `no package "${path}" in lessons; there are ${known}` }] };
    });
    onLoad({ filter: /.*/, namespace: "running" }, async ({ path }) => {
      const loaded = await packages[path]!();
      bridge.packages.set(path, loaded);
      const names = Object.keys(loaded).map((name) => `export const ${name} = $package.${name};`);
      const found = `$bridge.packages.get(${JSON.stringify(path)})`;
      return { contents: `const $package = ${found};\n${names.join("\n")}`, loader: "js" };
    });
  },
};
