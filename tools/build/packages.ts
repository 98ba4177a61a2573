import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { rolldown } from "rolldown";
import ts from "typescript";
import { compilerOptions } from "./compiler-options";
import { type PackageInfo, readPackages, root } from "./paths";

/**
 * Builds every package's dist as npm ships it: one ES module an entry point, whose imports of other
 * packages stay imports, and a declaration file beside each source file.
 */
export async function buildPackages(): Promise<void> {
  const packages = readPackages();
  for (const info of packages) {
    rmSync(join(info.dir, "dist"), { recursive: true, force: true });
    await bundle(info);
  }
  writeDeclarations(packages);
}

async function bundle(info: PackageInfo): Promise<void> {
  const input = Object.fromEntries(
    Object.entries(info.entries).map(([path, file]) => [entryName(path), join(info.dir, file)]),
  );
  const build = await rolldown({
    input,
    cwd: info.dir,
    platform: "neutral",
    // Whatever package.json lists is installed beside the package; node: modules are Node's own.
    external: (id) =>
      id.startsWith("node:") || info.dependencies.some((name) => isWithin(id, name)),
  });
  await build.write({
    dir: join(info.dir, "dist"),
    format: "esm",
    entryFileNames: "[name].js",
    // Beside the entry points: a module finds a worker's program by the place of its own file.
    chunkFileNames: "[name]-[hash].js",
  });
  await build.close();
}

/** "." → "index", "./learn" → "learn": the file name of an entry point in dist. */
export function entryName(path: string): string {
  return path === "." ? "index" : path.slice(2);
}

function isWithin(id: string, packageName: string): boolean {
  return id === packageName || id.startsWith(`${packageName}/`);
}

function writeDeclarations(packages: readonly PackageInfo[]): void {
  const entries = packages.flatMap((info) =>
    Object.values(info.entries).map((file) => join(info.dir, file)),
  );
  const program = ts.createProgram(entries, {
    ...compilerOptions(),
    noEmit: false,
    declaration: true,
    emitDeclarationOnly: true,
  });
  const { diagnostics } = program.emit(undefined, (path, text) => {
    const target = path.replace(/(packages[\\/][^\\/]+[\\/])src([\\/])/, "$1dist$2");
    if (target === path) return; // a file outside packages/, such as a fixture
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, addExtensions(text, dirname(path)));
  });
  report(diagnostics);
}

/** `./ridge` → `./ridge.js`: Node's own resolution, which some users' TypeScript follows, asks for it. */
function addExtensions(declarations: string, folder: string): string {
  const relativeImport = /((?:from |import\()")(\.{1,2}(?:\/[^"]*)?)(")/g;
  return declarations.replace(relativeImport, (_, open, path, close) => {
    const isFolder = existsSync(join(folder, path, "index.ts"));
    return `${open}${path}${isFolder ? "/index" : ""}.js${close}`;
  });
}

function report(diagnostics: readonly ts.Diagnostic[]): void {
  if (diagnostics.length === 0) return;
  const host: ts.FormatDiagnosticsHost = {
    getCanonicalFileName: (name) => name,
    getCurrentDirectory: () => root,
    getNewLine: () => "\n",
  };
  throw new Error(ts.formatDiagnostics(diagnostics, host));
}
