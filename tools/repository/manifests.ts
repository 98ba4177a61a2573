import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../build/paths";

/** One package.json of the repository. */
export interface Manifest {
  /** Its folder, "." for the root. */
  readonly folder: string;
  /** All dependencies by name, with the version asked for. */
  readonly dependencies: Readonly<Record<string, string>>;
}

/** The package.json files of the root and of every workspace. */
export function readManifests(): Manifest[] {
  const within = (parent: string): string[] =>
    readdirSync(join(root, parent)).map((name) => `${parent}/${name}`);
  const folders = [".", ...within("packages"), "course", ...within("studio"), "bench", "tools"];
  return folders
    .filter((folder) => existsSync(join(root, folder, "package.json")))
    .map((folder) => {
      const json = JSON.parse(readFileSync(join(root, folder, "package.json"), "utf8"));
      return { folder, dependencies: { ...json.dependencies, ...json.devDependencies } };
    });
}
