// Starts the worker of the sources, in Node: threads do not inherit loaders of TypeScript. What the build made of
// them is used while it is newer; else they are packed into one file, which takes a fifth of the time that loading
// each of them would.
import { existsSync, readdirSync, statSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const built = new URL("../../../dist/trial-worker.js", import.meta.url);
if (isNewest(built)) await import(built.href);
else await importPacked(new URL("./trial-worker.ts", import.meta.url));

/** Nothing in a package's sources was changed since. @param {URL} file */
function isNewest(file) {
  if (!existsSync(file)) return false;
  const time = statSync(file).mtimeMs;
  const packages = fileURLToPath(new URL("../../../../", import.meta.url));
  return readdirSync(packages).every((name) => {
    const folder = join(packages, name, "src");
    if (!existsSync(folder)) return true;
    const sources = readdirSync(folder, { recursive: true, encoding: "utf8" });
    return sources.every((path) => statSync(join(folder, path)).mtimeMs < time);
  });
}

/** @param {URL} program */
async function importPacked(program) {
  const { rolldown } = await import("rolldown");
  const folder = await mkdtemp(join(tmpdir(), "gradus-worker-"));
  try {
    const build = await rolldown({
      input: fileURLToPath(program),
      platform: "node",
      resolve: { conditionNames: ["gradus-source", "node", "import", "default"] },
      logLevel: "silent",
    });
    await build.write({ dir: folder, format: "esm", entryFileNames: "worker.mjs" });
    await build.close();
    await import(pathToFileURL(join(folder, "worker.mjs")).href);
  } finally {
    await rm(folder, { recursive: true });
  }
}
