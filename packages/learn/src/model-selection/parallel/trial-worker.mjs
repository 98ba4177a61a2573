// Starts trial-worker.ts from the sources, in Node: threads do not inherit loaders of TypeScript, and packing the
// sources into one file takes a fifth of the time that loading each of them would.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { rolldown } from "rolldown";

const folder = await mkdtemp(join(tmpdir(), "gradus-worker-"));
try {
  const build = await rolldown({
    input: fileURLToPath(new URL("./trial-worker.ts", import.meta.url)),
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
