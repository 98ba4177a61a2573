import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/** A packed database without tables, or undefined where there is no such file. */
export function readEmptyDatabase(file: string): Blob | undefined {
  if (!existsSync(file)) return undefined;
  return new Blob([readFileSync(file)], { type: "application/x-gzip" });
}

/** Makes a database without tables and packs it, for `readEmptyDatabase`. */
export async function writeEmptyDatabase(file: string): Promise<void> {
  const { PGlite } = await import("@electric-sql/pglite");
  const client = await PGlite.create("memory://");
  const packed = await client.dumpDataDir("gzip");
  await client.close();
  mkdirSync(dirname(file), { recursive: true });
  // Half a file under the final name would be taken for a whole one.
  writeFileSync(`${file}.part`, Buffer.from(await packed.arrayBuffer()));
  renameSync(`${file}.part`, file);
}
