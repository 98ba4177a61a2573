import { type ImportSpecifier, parse } from "es-module-lexer/js";

/** Package names and the URLs they stand for: `lib/imports.json`. */
export type ImportMap = Readonly<Record<string, string>>;

/** A piece of text that was replaced: `length` characters at `offset` became `replacement`. */
export interface Edit {
  readonly offset: number;
  readonly length: number;
  readonly replacement: string;
}

/** An import that the map does not have. */
export interface UnknownImport {
  readonly specifier: string;
  /** In the text, from 0. */
  readonly offset: number;
}

/** Global function by which a program resolves what it imports by a computed name. */
export const RESOLVE_IMPORT = "__gradusResolveImport";

// The lexer's marks in the field `d`; for a dynamic import it holds an offset.
const STATIC = -1;
const IMPORT_META = -2;

/**
 * What has to change so that a module finds its imports without an import map, which workers do not have:
 * package names become absolute URLs.
 *
 * @param code JavaScript
 * @param origin of the page, since a Blob module has no base URL
 */
export function findImportEdits(
  code: string,
  imports: ImportMap,
  origin: string,
): { readonly edits: readonly Edit[]; readonly unknown: readonly UnknownImport[] } {
  const edits: Edit[] = [];
  const unknown: UnknownImport[] = [];
  for (const found of parse(code)[0]) {
    if (found.d === IMPORT_META) continue;
    const { start, end } = specifierRange(found);
    if (found.n === undefined) {
      edits.push({ offset: start, length: 0, replacement: `${RESOLVE_IMPORT}(` });
      edits.push({ offset: end, length: 0, replacement: ")" });
      continue;
    }
    const url = resolveImport(found.n, imports, origin);
    if (url === null) unknown.push({ specifier: found.n, offset: start });
    else edits.push({ offset: start, length: end - start, replacement: JSON.stringify(url) });
  }
  return { edits, unknown };
}

/** The URL of an import, or null if it leads nowhere. Blob and data URLs are programs' own. */
export function resolveImport(
  specifier: string,
  imports: ImportMap,
  origin: string,
): string | null {
  if (Object.hasOwn(imports, specifier)) return new URL(imports[specifier]!, origin).href;
  if (/^(blob|data):/.test(specifier)) return specifier;
  return null;
}

/** What a program is told that imports something else. */
export function describeUnknownImport(specifier: string, imports: ImportMap): string {
  const names = Object.keys(imports).filter((name) => name.startsWith("@"));
  return `Cannot import "${specifier}": a program here can import ${names.join(", ")}.`;
}

/** The text with all edits made. */
export function applyEdits(code: string, edits: readonly Edit[]): string {
  let result = "";
  let from = 0;
  for (const { offset, length, replacement } of edits) {
    result += code.slice(from, offset) + replacement;
    from = offset + length;
  }
  return result + code.slice(from);
}

/** Where an offset of the edited text was before; one inside a replacement was at its start. */
export function offsetBefore(edits: readonly Edit[], offset: number): number {
  let shift = 0;
  for (const edit of edits) {
    const start = edit.offset + shift;
    if (offset < start) break;
    if (offset < start + edit.replacement.length) return edit.offset;
    shift += edit.replacement.length - edit.length;
  }
  return offset - shift;
}

/** A static import's range stands inside its quotes, a dynamic one's around them. */
function specifierRange({ d, s, e }: ImportSpecifier): { start: number; end: number } {
  return d === STATIC ? { start: s - 1, end: e + 1 } : { start: s, end: e };
}
