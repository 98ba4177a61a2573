import { describeValue, ParameterError, ValueError } from "@gradus/core";
import {
  type CellColumn,
  type CellTable,
  type CellValue,
  isMissing,
  listCells,
  sortCells,
} from "../base/cells";

/** The categories of each feature: those that `fit` finds, sorted, or given ones in their order. */
export type CategoriesOption = "auto" | readonly (readonly CellValue[])[];

/** Which categories are rare. */
export interface RareOptions {
  /** A category with less rows than this number, or this share of the rows if below 1, is rare. */
  readonly minFrequency?: number | undefined;
  /** At most so many groups a feature: the rarest become one. */
  readonly maxCategories?: number | undefined;
}

/** The categories of a feature, and the groups that they make. */
export interface CategoryGroups {
  readonly categories: readonly CellValue[];
  /** For each category its group: the frequent ones in order, then one of all rare ones. */
  readonly groups: Int32Array;
  readonly nGroups: number;
  /** Whether the last group is that of the rare ones. */
  readonly hasRare: boolean;
}

/** @throws ParameterError unless the option is "auto" or a list of lists without repetitions. */
export function checkCategories(where: string, categories: CategoriesOption): CategoriesOption {
  if (categories === "auto") return categories;
  if (!Array.isArray(categories) || !categories.every(Array.isArray)) {
    throw new ParameterError(
      `${where}: categories must be "auto" or a list for each feature, got ${describeValue(categories)}`,
    );
  }
  for (const list of categories) {
    if (new Set(list).size === list.length && list.length > 0) continue;
    throw new ParameterError(`${where}: categories must be different ones, got ${listCells(list)}`);
  }
  return categories;
}

/** @throws ParameterError unless the frequency is a share below 1 or a whole number, and the maximum a whole number. */
export function checkRare(where: string, { minFrequency, maxCategories }: RareOptions): void {
  const isCount = Number.isInteger(minFrequency) && minFrequency! >= 1;
  const isShare = minFrequency! > 0 && minFrequency! < 1;
  if (minFrequency !== undefined && !isCount && !isShare) {
    throw new ParameterError(
      `${where}: minFrequency must be a whole number >= 1 or a share between 0 and 1, got ${describeValue(minFrequency)}`,
    );
  }
  if (maxCategories === undefined) return;
  if (!Number.isInteger(maxCategories) || maxCategories < 1) {
    throw new ParameterError(
      `${where}: maxCategories must be a whole number >= 1, got ${describeValue(maxCategories)}`,
    );
  }
}

/**
 * The categories of each column.
 *
 * @param refuseUnknown whether cells that are not among given categories are an error
 * @throws ValueError for given categories of another number of columns, and for unknown cells.
 */
export function findCategories(
  where: string,
  table: CellTable,
  option: CategoriesOption,
  refuseUnknown: boolean,
): (readonly CellValue[])[] {
  if (option === "auto") return table.columns.map(({ values }) => sortCells(values));
  if (option.length !== table.columns.length) {
    throw new ValueError(
      `${where}: expected categories for each feature, ${table.columns.length}, got ${option.length}`,
    );
  }
  if (refuseUnknown) {
    table.columns.forEach((column, j) => {
      refuseStrangers(where, column, option[j]!, table.names?.[j] ?? j);
    });
  }
  return [...option];
}

/** @throws ValueError naming the cells that are not among the categories. */
export function refuseStrangers(
  where: string,
  column: CellColumn,
  categories: readonly CellValue[],
  name: string | number,
): void {
  if (areSame(column.values, categories)) return;
  const known = new Set(categories);
  const strangers = column.values.filter((value) => !known.has(value));
  if (strangers.length === 0) return;
  const place = typeof name === "string" ? `"${name}"` : name;
  throw new ValueError(
    `${where}: expected the categories ${listCells(categories)} in column ${place}, got ${listCells(sortCells(strangers))}`,
  );
}

/** For each different value of a column its place among the categories; −1 for an unknown one. */
export function placesOf(column: CellColumn, categories: readonly CellValue[]): Int32Array {
  if (areSame(column.values, categories)) return Int32Array.from(categories.keys());
  const places = new Map(categories.map((category, k) => [category, k]));
  return Int32Array.from(column.values, (value) => places.get(value) ?? -1);
}

function areSame(a: readonly CellValue[], b: readonly CellValue[]): boolean {
  if (a === b) return true;
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

/** How often each category occurs. */
export function countsOf(column: CellColumn, categories: readonly CellValue[]): Float64Array {
  const places = placesOf(column, categories);
  const counts = new Float64Array(categories.length);
  for (let i = 0; i < column.codes.length; i++) {
    const place = places[column.codes[i]!]!;
    if (place >= 0) counts[place]! += 1;
  }
  return counts;
}

/**
 * The groups of the categories: each its own, but one for all rare ones.
 *
 * @param keepsMissing whether a missing value stays apart, and is no group
 */
export function groupCategories(
  column: CellColumn,
  categories: readonly CellValue[],
  { minFrequency, maxCategories }: RareOptions,
  keepsMissing = false,
): CategoryGroups {
  const isAsked = minFrequency !== undefined || maxCategories !== undefined;
  const counts = isAsked ? countsOf(column, categories) : new Float64Array(categories.length);
  const isPart = categories.map((category) => !keepsMissing || !isMissing(category));
  const least =
    minFrequency === undefined
      ? 0
      : minFrequency < 1
        ? minFrequency * column.codes.length
        : minFrequency;
  const isRare = categories.map((_, k) => isPart[k]! && counts[k]! < least);
  if (maxCategories !== undefined) markRarest(counts, isPart, isRare, maxCategories);
  let next = 0;
  const groups = Int32Array.from(categories, (_, k) => (isPart[k] && !isRare[k] ? next++ : -1));
  const hasRare = isRare.includes(true);
  groups.forEach((_, k) => {
    if (isRare[k]) groups[k] = next;
  });
  return { categories, groups, nGroups: next + (hasRare ? 1 : 0), hasRare };
}

/** Marks the rarest categories until there are no more than so many groups; of equal ones the first. */
function markRarest(
  counts: Float64Array,
  isPart: readonly boolean[],
  isRare: boolean[],
  most: number,
): void {
  const parts = [...isPart.keys()].filter((k) => isPart[k]);
  const nRare = isRare.filter(Boolean).length;
  const nGroups = parts.length - nRare + (nRare > 0 ? 1 : 0);
  if (nGroups <= most) return;
  const byCount = parts.sort((a, b) => counts[a]! - counts[b]! || a - b);
  for (const k of byCount.slice(0, parts.length - (most - 1))) isRare[k] = true;
}
