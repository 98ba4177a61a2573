import { existsSync, readdirSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { EmptyDatabase } from "./empty-database";

// What the build prepares, so that a database opens sooner. Without it everything works, and takes longer.

const folder = new URL("../../../../dist/storage/", import.meta.url);

/** A database without tables: copying it takes a tenth of the time of making one. */
export const emptyDatabase: EmptyDatabase = {
  folder: fileURLToPath(new URL("empty-database", folder)),
  archive: fileURLToPath(new URL("empty-database.tar", folder)),
};

/** The program of the database's thread as JavaScript in one file, which Node need not translate. */
export const bundledThread = new URL("store-thread.js", folder);

/** What the bundle is made of, but for what npm installs. */
const sources = ["./", "../progress/"].map((path) => new URL(path, import.meta.url));

/** What to start a database's thread with: the bundle, or the sources where they are newer. */
export function threadProgram(bundle: URL = bundledThread): URL {
  const isFresh = existsSync(bundle) && changedAt(bundle) > lastChange();
  return isFresh ? bundle : new URL("./store-thread.mjs", import.meta.url);
}

function lastChange(): number {
  const files = sources.flatMap((url) => readdirSync(url).map((name) => new URL(name, url)));
  return Math.max(...files.map(changedAt));
}

function changedAt(file: URL): number {
  return statSync(file).mtimeMs;
}
