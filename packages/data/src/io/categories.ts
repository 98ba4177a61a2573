import { CategoryColumn } from "../column/category-column";
import type { AnyColumn } from "../column/from-values";

/** The key under which a file keeps what its own types cannot say. */
export const METADATA_KEY = "gradus";

interface Kept {
  readonly categories: readonly string[];
  readonly ordered: boolean;
}

/** The categories of a table's columns, as text for a file's metadata. */
export function categoriesText(columns: readonly AnyColumn[]): string {
  const kept = columns
    .filter((column) => column instanceof CategoryColumn)
    .map(({ name, categories, ordered }) => [name, { categories, ordered } satisfies Kept]);
  return JSON.stringify({ categories: Object.fromEntries(kept) });
}

/** The columns with the categories that a file's metadata names: ours, or those pandas says there are. */
export function withCategories(
  columns: readonly AnyColumn[],
  ours: string | undefined | null,
  pandas: string | undefined | null,
): AnyColumn[] {
  const kept = keptOf(ours);
  const categorical = pandasCategories(pandas);
  return columns.map((column) => {
    if (column.type !== "string") return column;
    const known = kept[column.name];
    if (known) return coded(column.name, column.values, known);
    if (!categorical.has(column.name)) return column;
    const categories = [...new Set(column.values)].filter((text) => text !== null).sort();
    return coded(column.name, column.values, { categories, ordered: false });
  });
}

function coded(name: string, texts: readonly (string | null)[], kept: Kept): CategoryColumn {
  const places = new Map<string | null, number>(kept.categories.map((text, code) => [text, code]));
  const codes = Int32Array.from(texts, (text) => places.get(text) ?? -1);
  return new CategoryColumn(name, codes, kept.categories, kept.ordered);
}

function keptOf(text: string | undefined | null): Readonly<Record<string, Kept>> {
  if (!text) return {};
  return (JSON.parse(text) as { categories: Record<string, Kept> }).categories;
}

function pandasCategories(text: string | undefined | null): ReadonlySet<string> {
  if (!text) return new Set();
  const { columns = [] } = JSON.parse(text) as {
    columns?: { name: string | null; pandas_type: string }[];
  };
  const categorical = columns.filter(({ pandas_type }) => pandas_type === "categorical");
  return new Set(categorical.flatMap(({ name }) => (name === null ? [] : [name])));
}
