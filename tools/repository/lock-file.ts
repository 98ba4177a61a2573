import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../build/paths";

/** A package of others, as the lock file records it. */
export interface LockedPackage {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  /** Where it would be fetched from, if the lock file said so; it must not. */
  readonly resolved: string | undefined;
  /** Packages that it asks for where they can be had, such as its builds for other platforms. */
  readonly optional: readonly string[];
}

interface LockEntry {
  readonly version?: string;
  readonly license?: string;
  readonly resolved?: string;
  readonly link?: boolean;
  readonly optionalDependencies?: Record<string, string>;
}

/** Every package of others that an install brings. */
export function readLockFile(): LockedPackage[] {
  const lock = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")) as {
    packages: Record<string, LockEntry>;
  };
  return Object.entries(lock.packages)
    .filter(([path, entry]) => path.includes("node_modules/") && !entry.link)
    .map(([path, { version = "", license = "unknown", resolved, optionalDependencies = {} }]) => ({
      name: path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length),
      version,
      licence: license,
      resolved,
      optional: Object.keys(optionalDependencies),
    }));
}
