import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";

/** Folders that hold nothing we wrote. */
export const madeFolders: readonly string[] = [
  "node_modules",
  "dist",
  "generated",
  ".git",
  ".cache",
];

/**
 * The files below a folder in a fixed order, without those in folders of the names in `skip`. A file is a list
 * of itself, what does not exist an empty one.
 */
export function listFiles(path: string, skip: readonly string[] = []): string[] {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  return readdirSync(path)
    .filter((name) => !skip.includes(name))
    .sort()
    .flatMap((name) => listFiles(join(path, name), skip));
}
