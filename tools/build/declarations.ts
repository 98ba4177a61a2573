import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { listFiles } from "../list-files";
import { type PackageInfo, root } from "./paths";
import { runCompiler } from "./run-node";

const folder = join(root, ".cache/declarations");

/** Writes a declaration file into dist for every source file that an entry point leads to. */
export async function writeDeclarations(packages: readonly PackageInfo[]): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const config = join(folder, "tsconfig.json");
  writeFileSync(config, JSON.stringify(configuration(packages)));
  await runCompiler(["-p", config]);
  for (const info of packages) {
    const emitted = join(folder, "packages", info.folder, "src");
    for (const file of listFiles(emitted)) {
      const path = relative(emitted, file);
      const target = join(info.dir, "dist", path);
      mkdirSync(dirname(target), { recursive: true });
      const text = readFileSync(file, "utf8");
      writeFileSync(target, addExtensions(text, dirname(join(info.dir, "src", path))));
    }
  }
}

function configuration(packages: readonly PackageInfo[]) {
  const entries = packages.flatMap(({ name, dir, entries }) =>
    Object.entries(entries).map(([path, file]) => [name + path.slice(1), join(dir, file)] as const),
  );
  return {
    extends: join(root, "tsconfig.json"),
    compilerOptions: {
      noEmit: false,
      declaration: true,
      emitDeclarationOnly: true,
      // What is wrong with the sources is found by the type check of the whole tree.
      noCheck: true,
      rootDir: root,
      outDir: folder,
      // What is found by way of node_modules belongs to somebody else, for whom nothing is written.
      paths: Object.fromEntries(entries.map(([specifier, file]) => [specifier, [file]])),
    },
    files: entries.map(([, file]) => file),
    include: [],
  };
}

/** `./ridge` → `./ridge.js`: Node's own resolution, which some users' TypeScript follows, asks for it. */
function addExtensions(declarations: string, folder: string): string {
  const relativeImport = /((?:from |import\()")(\.{1,2}(?:\/[^"]*)?)(")/g;
  return declarations.replace(relativeImport, (_, open, path, close) => {
    const isFolder = existsSync(join(folder, path, "index.ts"));
    return `${open}${path}${isFolder ? "/index" : ""}.js${close}`;
  });
}
