import type { ImportMap } from "../compile/imports";

/** A name that was imported and is not exported there. */
export interface MissingExport {
  readonly specifier: string;
  readonly name: string;
}

/** Reads a browser's message about an export that is not there; the three engines word it differently. */
export function readMissingExport(message: string, imports: ImportMap): MissingExport | null {
  const patterns = [
    // Chromium
    /requested module '(?<module>[^']+)' does not provide an export named '(?<name>[^']+)'/,
    // Firefox
    /requested module '(?<module>[^']+)' doesn't provide an export named: '(?<name>[^']+)'/,
    // Safari
    /import(?:ing)? binding name '(?<name>[^']+)' (?:is not found|cannot be resolved)(?:.* '(?<module>[^']+)')?/i,
  ];
  for (const pattern of patterns) {
    const groups = pattern.exec(message)?.groups;
    if (!groups) continue;
    const entry = Object.entries(imports).find(([, url]) => groups.module?.endsWith(url));
    return { specifier: entry?.[0] ?? groups.module ?? "the module", name: groups.name! };
  }
  return null;
}

/** Where a name stands in the import of a text, as an offset; null if it is not to be found. */
export function findImportedName(
  source: string,
  { specifier, name }: MissingExport,
): number | null {
  const statement = new RegExp(`import\\s[^;"']*?from\\s*["']${escapeRegExp(specifier)}["']`, "g");
  for (const match of source.matchAll(statement)) {
    const at = new RegExp(`(?<![\\w$])${escapeRegExp(name)}(?![\\w$])`).exec(match[0]);
    if (at) return match.index + at.index;
  }
  return null;
}

function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
}
