import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

/** Where the build leaves a database without tables: unpacking it takes a quarter of the time of making one. */
const archive = fileURLToPath(new URL("../../../../dist/empty-database.tgz", import.meta.url));

/** The database without tables that the build made, or undefined where nothing was built. */
export function readEmptyDatabase(): Blob | undefined {
  if (!existsSync(archive)) return undefined;
  return new Blob([readFileSync(archive)], { type: "application/x-gzip" });
}

/** Makes a database without tables and packs it, for `readEmptyDatabase`. */
export async function writeEmptyDatabase(): Promise<void> {
  const { PGlite } = await import("@electric-sql/pglite");
  const client = await PGlite.create("memory://");
  const packed = await client.dumpDataDir("gzip");
  await client.close();
  mkdirSync(dirname(archive), { recursive: true });
  // Half a file under the final name would be taken for a whole one.
  writeFileSync(`${archive}.part`, Buffer.from(await packed.arrayBuffer()));
  renameSync(`${archive}.part`, archive);
}
