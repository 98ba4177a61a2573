import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../build/paths";
import { readLockFile } from "./lock-file";
import { readManifests } from "./manifests";

/** Licences under which a dependency may be used here. */
export const allowedLicences: ReadonlySet<string> = new Set([
  "(Apache-2.0 AND BSD-3-Clause)",
  "0BSD",
  "Apache-2.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "ISC",
  "MIT",
  "MIT OR Apache-2.0",
  "MPL-2.0",
  "OFL-1.1",
  "Unlicense",
]);

export const licencesFile = join(root, "docs/licences.md");

/** The page docs/licences.md: every package that a package.json of ours names, with its licence. */
export function licencesPage(): string {
  const locked = new Map(readLockFile().map((entry) => [entry.name, entry]));
  const rows = readManifests().flatMap(({ folder, dependencies }) =>
    Object.keys(dependencies).flatMap((name) => {
      const entry = locked.get(name);
      return entry ? [{ ...entry, usedBy: folder }] : [];
    }),
  );
  const names = [...new Set(rows.map(({ name }) => name))].sort();
  const lines = names.map((name) => {
    const uses = rows.filter((row) => row.name === name);
    const { version, licence } = uses[0]!;
    return `| ${name} | ${version} | ${licence} | ${uses.map((row) => row.usedBy).join(", ")} |`;
  });
  return [
    "# Licences of what we depend on",
    "",
    "Written by `npm run licences`; the tests compare it with the lock file. What these packages depend on in turn is checked by the tests too. Data sets have their licences in their datasheets, `packages/data/datasets/*.md`; the typeface of PNG files has its licence beside it, `packages/plot/fonts`.",
    "",
    "| package | version | licence | used by |",
    "| --- | --- | --- | --- |",
    ...lines,
    "",
  ].join("\n");
}

/** The page as it is committed. */
export function committedLicences(): string {
  return readFileSync(licencesFile, "utf8");
}
