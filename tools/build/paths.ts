import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The repository's root folder. */
export const root = fileURLToPath(new URL("../..", import.meta.url));

/** Everything the browser gets: one static folder. */
export const siteDir = join(root, "dist/site");

/** A package under packages/, as its package.json tells. */
export interface PackageInfo {
  /** Folder name, such as "tensor". */
  readonly folder: string;
  /** Package name, such as "@gradus/tensor". */
  readonly name: string;
  readonly dir: string;
  /** Entry points: subpath ("." or "./learn") → source file relative to the package. */
  readonly entries: Readonly<Record<string, string>>;
  readonly dependencies: readonly string[];
  /** Folders and files that npm publishes. */
  readonly files: readonly string[];
}

interface PackageJson {
  readonly name: string;
  /** Of modules; files that are published as they are have a plain path. */
  readonly exports: Record<string, { readonly "gradus-source": string } | string>;
  readonly dependencies?: Record<string, string>;
  readonly files?: readonly string[];
}

/** All packages, dependencies first. */
export function readPackages(): PackageInfo[] {
  const packages = readdirSync(join(root, "packages")).map(readPackage);
  const ordered: PackageInfo[] = [];
  const visit = (info: PackageInfo): void => {
    if (ordered.includes(info)) return;
    for (const other of packages) if (info.dependencies.includes(other.name)) visit(other);
    ordered.push(info);
  };
  packages.forEach(visit);
  return ordered;
}

function readPackage(folder: string): PackageInfo {
  const dir = join(root, "packages", folder);
  const json = JSON.parse(readFileSync(join(dir, "package.json"), "utf8")) as PackageJson;
  const entries = Object.entries(json.exports).flatMap(([path, to]) =>
    typeof to === "string" ? [] : [[path, to["gradus-source"]]],
  );
  return {
    folder,
    dir,
    name: json.name,
    entries: Object.fromEntries(entries) as Record<string, string>,
    dependencies: Object.keys(json.dependencies ?? {}),
    files: json.files ?? [],
  };
}
