import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readPackages, root } from "../build/paths";
import type { PublicSymbol } from "./public-symbols";

/** A program in the documentation. */
export interface Example {
  /** `learn.Ridge.0`: the package, the symbol and which of its examples; or a README's path and which of its blocks. */
  readonly name: string;
  /** Runs it. @throws what it throws, or an AssertionError where a value is not displayed as it says */
  run(): Promise<void>;
}

/** The examples as modules that can be compiled and run. */
export interface ExampleModules {
  readonly examples: readonly Example[];
  /** An error of the compiler, `file.ts(line,column): …`, with the name of the example in front. */
  locate(problem: string): string;
}

/**
 * Writes every example into modules in a folder: those of a package's docstrings are functions of one module, which
 * imports what they name; those that import or export, and a README's blocks, are a module each.
 */
export function writeExamples(symbols: readonly PublicSymbol[], folder: string): ExampleModules {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const examples: Example[] = [];
  /** By file, in what line each example begins. */
  const places = new Map<string, { readonly line: number; readonly name: string }[]>();

  function writeOne(name: string, code: string, header = "") {
    const fileName = `${examples.length}.${name}.ts`;
    const file = join(folder, fileName);
    writeFileSync(file, `${header}${code}\nexport {};\n`);
    places.set(fileName, [{ line: 1, name }]);
    examples.push({ name, run: async () => void (await import(/* @vite-ignore */ file)) });
  }

  function writeTogether(packageName: string, parts: readonly { name: string; code: string }[]) {
    const fileName = `${packageName.replace("@gradus/", "")}.ts`;
    const file = join(folder, fileName);
    const imports = neededImports(parts, packageName, symbols);
    const lines = [...imports, EXPECT_DISPLAY, "export const examples = ["];
    const starts: { line: number; name: string }[] = [];
    for (const [at, { name, code }] of parts.entries()) {
      starts.push({ line: lines.length + 1, name });
      lines.push("async () => {", ...withExpectations(code).split("\n"), "},");
      const run = async () => {
        const module = await import(/* @vite-ignore */ file);
        await (module as { examples: readonly (() => Promise<void>)[] }).examples[at]!();
      };
      examples.push({ name, run });
    }
    writeFileSync(file, `${[...lines, "];"].join("\n")}\n`);
    places.set(fileName, starts);
  }

  const parts = symbols.flatMap(({ packageName, name, examples }) =>
    examples.map((code, i) => {
      return { packageName, name: `${packageName.replace("@gradus/", "")}.${name}.${i}`, code };
    }),
  );
  const isModule = ({ code }: { code: string }) => /^(import|export) /m.test(code);
  for (const part of parts.filter(isModule)) {
    const hasImports = /^import /m.test(part.code);
    const imports = hasImports ? [] : neededImports([part], part.packageName, symbols);
    const header = [...imports, EXPECT_DISPLAY, "void expectDisplay;", ""].join("\n");
    writeOne(part.name, withExpectations(part.code), header);
  }
  const names = new Set(symbols.map(({ packageName }) => packageName));
  for (const name of names)
    writeTogether(
      name,
      parts.filter((part) => part.packageName === name && !isModule(part)),
    );
  for (const { name, code } of blocksOfReadmes()) writeOne(name, code);

  return {
    examples,
    locate(problem) {
      const [, fileName = "", line = ""] = /([^/]+\.ts)\((\d+),/.exec(problem) ?? [];
      const place = places.get(fileName)?.findLast((start) => start.line <= Number(line));
      return place ? `${place.name}: ${problem}` : problem;
    },
  };
}

const EXPECT_DISPLAY = `import { expectDisplay } from "${root}tools/docs/expect-display";`;

/** A README's block is a whole program, with its imports. */
function blocksOfReadmes(): { name: string; code: string }[] {
  const paths = [
    "README.md",
    ...readPackages().map(({ folder }) => `packages/${folder}/README.md`),
  ];
  return paths
    .filter((path) => existsSync(join(root, path)))
    .flatMap((path) => {
      const blocks = readFileSync(join(root, path), "utf8").matchAll(/```ts\n([\s\S]*?)```/g);
      return [...blocks].map(([, code], i) => {
        return { name: `${path.replaceAll("/", ".")}.${i}`, code: code! };
      });
    });
}

/** `expression; // → text` becomes the expectation that the value displays as the text. */
function withExpectations(code: string): string {
  return code.replace(
    /^(\s*)(?!const |let |\/\/)(.+?);?\s*\/\/ → (.*)$/gm,
    (_, indent, expression, expected) =>
      `${indent}expectDisplay(${expression}, ${JSON.stringify(expected.trim())});`,
  );
}

/** An import for each public name that a package's examples use: from the package itself, or from any other. */
function neededImports(
  parts: readonly { code: string }[],
  own: string,
  symbols: readonly PublicSymbol[],
): string[] {
  const used = new Set(parts.flatMap(({ code }) => [...usedNames(code)]));
  const order = [own, ...readPackages().map(({ name }) => name)];
  const found = new Map<string, string>();
  for (const packageName of order) {
    for (const symbol of symbols) {
      const isWanted = used.has(symbol.name) && !found.has(symbol.name);
      if (symbol.packageName === packageName && isWanted) found.set(symbol.name, packageName);
    }
  }
  return [...found].map(([name, from]) => `import { ${name} } from "${from}";`);
}

/** The names in a program that it does not declare itself. */
function usedNames(code: string): Set<string> {
  const words = new Set(code.replace(/\/\/.*$/gm, "").match(/(?<![.\w])[A-Za-z_]\w*/g) ?? []);
  for (const [, declared] of code.matchAll(/\b(?:const|let|function|class) (\w+)/g))
    words.delete(declared!);
  return words;
}
