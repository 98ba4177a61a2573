import { init, parse } from "es-module-lexer";
import { type TransformFailure, transform } from "esbuild";
import { rewriteImports } from "../build/library";
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
  const url = dataURL(`${banner}\n${code}`);
  try {
    return (await import(/* @vite-ignore */ url)) as Record<string, unknown>;
  } catch (error) {
    throw explainMissingExport(error);
  }
}

/** The program as JavaScript that imports the running packages. */
async function compileProgram(source: string): Promise<string> {
  const { code } = await transform(guardLoops(source, "$round()"), {
    loader: "ts",
    format: "esm",
    platform: "neutral",
    target: "es2022",
    logLevel: "silent",
  }).catch((failure: TransformFailure) => {
    const [first] = failure.errors ?? [];
    if (!first) throw failure;
    const place = first.location ? `line ${first.location.line}: ` : "";
    throw new SyntaxError(`${place}${first.text}`);
  });
  await init;
  const [imports] = parse(code);
  for (const { n: name } of imports) if (name !== undefined) await offer(name);
  return rewriteImports(code, Object.fromEntries(urls));
}

/** Where programs find each package: a module with its names, taken from the one already loaded. */
const urls = new Map<string, string>();

/** @throws SyntaxError if there is no package of that name */
async function offer(name: string): Promise<void> {
  if (urls.has(name)) return;
  const load = packages[name];
  if (!load) {
    const known = Object.keys(packages).join(", ");
    throw new SyntaxError(`no package "${name}" in lessons; there are ${known}`);
  }
  const loaded = await load();
  bridge.packages.set(name, loaded);
  const found = `globalThis[Symbol.for("gradus.content.bridge")].packages.get("${name}")`;
  const names = Object.keys(loaded).map((each) => `export const ${each} = $package.${each};`);
  urls.set(name, dataURL(`const $package = ${found};\n${names.join("\n")}`));
}

function dataURL(module: string): string {
  return `data:text/javascript;base64,${Buffer.from(module).toString("base64")}`;
}

/** Node names the module by its URL, which holds all of its text. */
function explainMissingExport(error: unknown): unknown {
  if (!(error instanceof SyntaxError)) return error;
  const name = /does not provide an export named '(.+)'/.exec(error.message)?.[1];
  if (name === undefined) return error;
  const specifier = [...urls].find(([, url]) => error.message.includes(url))?.[0];
  return new SyntaxError(`${specifier ?? "the imported module"} has no export named ${name}`);
}
