import { rmSync } from "node:fs";
import { join } from "node:path";
import { rolldown } from "rolldown";
import { writeDeclarations } from "./declarations";
import { type PackageInfo, readPackages } from "./paths";

/**
 * Builds every package's dist as npm ships it: one ES module an entry point, whose imports of other
 * packages stay imports, and a declaration file beside each source file.
 */
export async function buildPackages(): Promise<void> {
  const packages = readPackages();
  for (const info of packages) rmSync(join(info.dir, "dist"), { recursive: true, force: true });
  await Promise.all([writeDeclarations(packages), ...packages.map(bundle)]);
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
