import { checkOneOf, describeValue, ParameterError, ValueError } from "@gradus/core";
import { CategoryColumn } from "../column/category-column";
import { stackColumns } from "../column/concat";
import type { AnyColumn } from "../column/from-values";
import type { FrameBase } from "../frame/frame-base";
import { sortOrder } from "../frame/sort";
import { groupRows } from "../group/grouping";
import type { Schema } from "../schema";
import {
  allPairs,
  type Matched,
  matchingPairs,
  matchKeys,
  type Pairs,
  rowsWithMatch,
  withUnmatchedRight,
} from "./match";

/** Which rows a merge keeps. */
export type How = "inner" | "left" | "right" | "outer" | "cross" | "semi" | "anti";

const HOWS: readonly How[] = ["inner", "left", "right", "outer", "cross", "semi", "anti"];

/** What a merge promises of its keys: each once at the left, or the right, or both, or neither. */
export type Validation = "1:1" | "1:m" | "m:1" | "m:m";

/** How two tables are merged, the keys apart. */
export interface MergeSettings<X extends readonly [string, string] = readonly [string, string]> {
  /** What is put behind names that both tables have, keys left out. Default "_x" and "_y". */
  readonly suffixes?: X;
  /** Throws unless every key occurs once where a 1 stands: left, or right of the colon. */
  readonly validate?: Validation;
  /** Whether a column `_merge` says where a row comes from: left_only, right_only or both. Default false. */
  readonly indicator?: boolean;
}

/** All options of a merge, as they come in. @internal */
export interface MergeOptions extends MergeSettings {
  readonly how?: How;
  readonly on?: string | readonly string[];
  readonly leftOn?: string | readonly string[];
  readonly rightOn?: string | readonly string[];
}

/** The schema of tables `S` and `R` merged on the columns `K`; any, where the columns of one are not known. */
export type Merged<
  S extends Schema,
  R extends Schema,
  K extends string,
  X extends readonly [string, string],
> = string extends keyof S | keyof R ? Schema : MergedColumns<S, R, K, X>;

type MergedColumns<
  S extends Schema,
  R extends Schema,
  K extends string,
  X extends readonly [string, string],
> = {
  [N in keyof S & string as N extends K ? N : N extends keyof R ? `${N}${X[0]}` : N]: S[N];
} & {
  [N in keyof R & string as N extends K ? never : N extends keyof S ? `${N}${X[1]}` : N]: R[N];
};

/** The key columns of two tables, pair by pair. */
export interface Keys {
  readonly left: readonly AnyColumn[];
  readonly right: readonly AnyColumn[];
}

/** The columns of the merged table. */
export function mergeColumns(
  left: FrameBase,
  right: FrameBase,
  options: MergeOptions,
): AnyColumn[] {
  const where = "DataFrame.merge";
  const how = checkOneOf(where, "how", options.how ?? "inner", HOWS);
  const keys = keysOf(where, left, right, { ...options, isOptional: how === "cross" });
  if (how === "cross") {
    return assemble(left, right, keys, allPairs(left.nRows, right.nRows), options);
  }
  const matched = matchKeys(where, keys.left, keys.right);
  if (options.validate) checkUnique(where, options.validate, keys);
  if (how === "semi" || how === "anti") {
    const rows = rowsWithMatch(matched, how === "semi");
    return left.columnList().map((column) => column.takeUnchecked(rows));
  }
  return assemble(left, right, keys, pairsOf(how, matched, keys, left, right), options);
}

function pairsOf(
  how: "inner" | "left" | "right" | "outer",
  matched: Matched,
  keys: Keys,
  left: FrameBase,
  right: FrameBase,
): Pairs {
  if (how === "right") {
    const swapped = matchKeys("DataFrame.merge", keys.right, keys.left);
    const pairs = matchingPairs(swapped, true);
    return { left: pairs.right, right: pairs.left };
  }
  const pairs = matchingPairs(matched, how !== "inner");
  if (how !== "outer") return pairs;
  const all = withUnmatchedRight(pairs, right.nRows);
  const coalesced = keys.left.map((key, k) => coalesce(key, keys.right[k]!, all, left.nRows));
  const order = sortOrder(coalesced, all.left.length);
  return {
    left: Int32Array.from(order, (k) => all.left[k]!),
    right: Int32Array.from(order, (k) => all.right[k]!),
  };
}

/** The columns of both tables at the pairs of rows; keys of one name are one column. */
export function assemble(
  left: FrameBase,
  right: FrameBase,
  keys: Keys,
  pairs: Pairs,
  { suffixes = ["_x", "_y"], indicator = false }: MergeSettings,
): AnyColumn[] {
  const isShared = (column: AnyColumn, k: number) => keys.right[k]!.name === column.name;
  const shared = new Map(keys.left.flatMap((key, k) => (isShared(key, k) ? [[key.name, k]] : [])));
  const clashes = (name: string) => left.has(name) && right.has(name);
  const suffixed = (column: AnyColumn, suffix: string) =>
    clashes(column.name) ? column.rename(column.name + suffix) : column;
  const onlyInner = pairs.allOfLeft || !pairs.left.includes(-1);
  const fromLeft = left.columnList().map((column) => {
    const k = shared.get(column.name);
    if (k !== undefined && !onlyInner) return coalesce(column, keys.right[k]!, pairs, left.nRows);
    const taken = pairs.allOfLeft ? column : column.takeUnchecked(pairs.left);
    return k === undefined ? suffixed(taken, suffixes[0]) : taken;
  });
  const fromRight = right
    .columnList()
    .filter((column) => !shared.has(column.name))
    .map((column) => suffixed(column.takeUnchecked(pairs.right), suffixes[1]));
  const merged = [...fromLeft, ...fromRight];
  return indicator ? [...merged, sources(pairs)] : merged;
}

/** The left key where there is a left row, else the right one. */
function coalesce(left: AnyColumn, right: AnyColumn, pairs: Pairs, nLeft: number): AnyColumn {
  const rows = pairs.left.map((row, k) => (row >= 0 ? row : nLeft + pairs.right[k]!));
  return stackColumns("DataFrame.merge", [left, right]).takeUnchecked(rows);
}

function sources({ left, right }: Pairs): CategoryColumn {
  const codes = left.map((row, k) => (row < 0 ? 1 : right[k]! < 0 ? 0 : 2));
  return new CategoryColumn("_merge", codes, ["left_only", "right_only", "both"]);
}

/** @throws ParameterError for an unknown column, for no keys, or for different numbers of them. */
export function keysOf(
  where: string,
  left: FrameBase,
  right: FrameBase,
  given: MergeOptions & { readonly isOptional?: boolean },
): Keys {
  const names = (value: string | readonly string[] | undefined) =>
    value === undefined ? [] : typeof value === "string" ? [value] : value;
  const both = names(given.on);
  const [leftOn, rightOn] = [names(given.leftOn), names(given.rightOn)];
  const isTwofold = both.length > 0 && leftOn.length + rightOn.length > 0;
  const isMissing = both.length + leftOn.length === 0 && !given.isOptional;
  if (isTwofold || isMissing || leftOn.length !== rightOn.length) {
    const got = both.length + leftOn.length + rightOn.length === 0 ? "none" : "other";
    throw new ParameterError(
      `${where}: expected key columns as on, or as many in leftOn as in rightOn, got ${got}`,
    );
  }
  return {
    left: [...both, ...leftOn].map((name) => left.columnNamed(`${where}, left table`, name)),
    right: [...both, ...rightOn].map((name) => right.columnNamed(`${where}, right table`, name)),
  };
}

/** @throws ValueError naming the first key that comes twice where it must not. */
function checkUnique(where: string, validate: Validation, keys: Keys): void {
  checkOneOf(where, "validate", validate, ["1:1", "1:m", "m:1", "m:m"]);
  const check = (side: "left" | "right", columns: readonly AnyColumn[]) => {
    const { codes, nGroups } = groupRows(columns, { dropMissing: false });
    const seen = new Uint8Array(nGroups);
    const twice = codes.findIndex((code) => seen[code]!++ > 0);
    if (twice < 0) return;
    const key = keys[side].map((column) => describeValue(column.cell(twice))).join(", ");
    throw new ValueError(
      `${where}: expected each key once in the ${side} table (validate: "${validate}"), got ${key} again at row ${twice}`,
    );
  };
  if (validate.startsWith("1")) check("left", keys.left);
  if (validate.endsWith("1")) check("right", keys.right);
}
