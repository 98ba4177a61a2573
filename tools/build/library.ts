import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { init, parse } from "es-module-lexer";
import { rolldown } from "rolldown";
import { listFiles } from "../list-files";
import { entryName } from "./packages";
import { type PackageInfo, readPackages, root, siteDir } from "./paths";

/** Module specifier → URL on the site: what an import map would hold, if workers had import maps. */
export type ImportTable = Readonly<Record<string, string>>;

const libDir = join(siteDir, "lib");

/** What a page may use: every package but the ones that build it. */
const published = readPackages();

/**
 * Puts the packages on the site: `lib/<package>/` as npm ships it, with bare specifiers rewritten to URLs,
 * `lib/vendor/` for what they depend on, `lib/imports.json`, and `lib/types.json` for the editor.
 */
export async function buildLibrary(): Promise<void> {
  rmSync(libDir, { recursive: true, force: true });
  mkdirSync(libDir, { recursive: true });
  const imports = importTable();
  const vendors = vendorTable();
  await init;
  for (const info of published) copyPackage(info, { ...imports, ...vendors });
  await bundleVendors(vendors);
  writeFileSync(join(libDir, "imports.json"), JSON.stringify(imports));
  writeFileSync(join(libDir, "types.json"), JSON.stringify(collectTypes()));
}

/** The URLs of all entry points of our packages. */
export function importTable(): ImportTable {
  const rows = published.flatMap((info) =>
    Object.keys(info.entries).map((path) => [
      path === "." ? info.name : `${info.name}/${entryName(path)}`,
      `/lib/${info.folder}/dist/${entryName(path)}.js`,
    ]),
  );
  return Object.fromEntries(rows) as ImportTable;
}

/** The URLs of the packages of others that ours import. */
function vendorTable(): ImportTable {
  const names = published.flatMap((info) => info.dependencies);
  const ours = new Set(published.map((info) => info.name));
  const foreign = [...new Set(names)].filter((name) => !ours.has(name));
  return Object.fromEntries(foreign.map((name) => [name, `/lib/vendor/${fileName(name)}.js`]));
}

function fileName(packageName: string): string {
  return packageName.replace("@", "").replaceAll("/", "-");
}

function copyPackage(info: PackageInfo, table: ImportTable): void {
  const target = join(libDir, info.folder);
  for (const entry of info.files) {
    const from = join(info.dir, entry);
    if (existsSync(from)) cpSync(from, join(target, entry), { recursive: true });
  }
  for (const file of listFiles(join(target, "dist"))) {
    if (file.endsWith(".d.ts")) rmSync(file);
    else if (file.endsWith(".js"))
      writeFileSync(file, rewriteImports(readFileSync(file, "utf8"), table));
  }
}

/** Replaces every specifier that the table knows, in static and in dynamic imports. */
export function rewriteImports(source: string, table: ImportTable): string {
  const [imports] = parse(source);
  let result = "";
  let end = 0;
  for (const { n: specifier, s, e, d: dynamicStart } of imports) {
    const url = specifier === undefined ? undefined : table[specifier];
    if (url === undefined) continue;
    // A dynamic import's range includes the quotes, a static one's does not.
    result += source.slice(end, s) + (dynamicStart > -1 ? JSON.stringify(url) : url);
    end = e;
  }
  return result + source.slice(end);
}

async function bundleVendors(table: ImportTable): Promise<void> {
  const build = await rolldown({
    input: Object.fromEntries(Object.keys(table).map((name) => [fileName(name), name])),
    cwd: join(root, "packages/plot"),
    platform: "browser",
    logLevel: "silent", // what it warns of is inside packages of others; errors are thrown
    preserveEntrySignatures: "strict",
    // Its own bundle for workers; the plain one needs modules of Node.
    resolve: { alias: { linkedom: "linkedom/worker" } },
    transform: { define: { "process.env.NODE_ENV": '"production"' } },
  });
  await build.write({
    dir: join(libDir, "vendor"),
    format: "esm",
    minify: true,
    entryFileNames: "[name].js",
    chunkFileNames: "chunk-[hash].js",
  });
  await build.close();
}

/** Every declaration file that a cell can see, by the path at which the editor's TypeScript looks for it. */
function collectTypes(): Record<string, string> {
  const types: Record<string, string> = {};
  for (const info of published) {
    const folder = `/node_modules/${info.name}`;
    types[`${folder}/package.json`] = readFileSync(join(info.dir, "package.json"), "utf8");
    for (const file of listFiles(join(info.dir, "dist"))) {
      if (!file.endsWith(".d.ts")) continue;
      types[`${folder}/${relative(info.dir, file).replaceAll("\\", "/")}`] = readFileSync(
        file,
        "utf8",
      );
    }
  }
  return { ...types, ...standardLibrary() };
}

/** TypeScript's own lib files: ES2023 and what of the DOM a worker has. */
function standardLibrary(): Record<string, string> {
  const folder = dirname(createRequire(import.meta.url).resolve("typescript"));
  const wanted =
    /^lib\.(es5|es20(1[5-9]|2[0-3])(\..+)?|es6|decorators(\.legacy)?|webworker)\.d\.ts$/;
  const files = readdirSync(folder).filter((file) => wanted.test(file));
  return Object.fromEntries(
    files.map((file) => [`/${file}`, readFileSync(join(folder, file), "utf8")]),
  );
}
