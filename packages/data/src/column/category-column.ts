import { DTypeError, ParameterError } from "@gradus/core";
import { CategoryAccessor } from "../accessors/category-accessor";
import { StringAccessor } from "../accessors/string-accessor";
import type { CellTypes } from "../schema";
import { type Factors, factorizeCodes } from "./factorize";
import { registerColumn } from "./make-column";
import { ColumnTransforms } from "./transforms";

/**
 * A column of text that takes one of a few values, the categories: one whole number a row and each
 * text once. Sorting follows the order of the categories, not the alphabet.
 */
export class CategoryColumn extends ColumnTransforms<"category"> {
  static {
    registerColumn(
      "category",
      (name, codes, categories, ordered) => new CategoryColumn(name, codes, categories, ordered),
    );
  }

  readonly type = "category";
  /** For each row the place of its value in `categories`, −1 for a missing one. Read them, do not write to them. */
  readonly codes: Int32Array;
  /** The different values there can be, whether they occur or not. */
  readonly categories: readonly string[];
  /** Whether the categories have an order that means something, as "low", "middle", "high" have. */
  readonly ordered: boolean;

  /** @throws ParameterError if a category comes twice. */
  constructor(name: string, codes: Int32Array, categories: readonly string[], ordered = false) {
    super(name);
    const twice = categories.find((category, i) => categories.indexOf(category) !== i);
    if (twice !== undefined) {
      throw new ParameterError(
        `CategoryColumn: expected different categories in "${name}", got ${JSON.stringify(twice)} twice`,
      );
    }
    this.codes = codes;
    this.categories = categories;
    this.ordered = ordered;
  }

  /** Methods of text for every row; they give text. */
  get str(): StringAccessor {
    return new StringAccessor(this.name, this.toArray());
  }

  /** The categories, and changes to them: `size.cat.asOrdered()`. */
  get cat(): CategoryAccessor {
    return new CategoryAccessor(this);
  }

  get length(): number {
    return this.codes.length;
  }

  isMissing(i: number): boolean {
    return this.codes[i]! < 0;
  }

  takeUnchecked(indices: ArrayLike<number>): this {
    return this.withCodes(takeCodes(this.codes, indices));
  }

  rename(name: string): this {
    return new CategoryColumn(name, this.codes, this.categories, this.ordered) as this;
  }

  compare(i: number, j: number): number {
    return this.codes[i]! - this.codes[j]!;
  }

  cell(i: number): CellTypes["category"] {
    return this.categories[this.codes[i]!] ?? null;
  }

  factorize(): Factors {
    return factorizeCodes(this.codes, this.categories.length);
  }

  protected numbers(where: string): never {
    throw new DTypeError(
      `${where}: expected a column of numbers, got "${this.name}", which holds categories`,
    );
  }

  private withCodes(codes: Int32Array): this {
    return new CategoryColumn(this.name, codes, this.categories, this.ordered) as this;
  }
}

/** The codes at these rows; −1, missing, where a row is negative. */
export function takeCodes(codes: Int32Array, indices: ArrayLike<number>): Int32Array {
  const taken = new Int32Array(indices.length);
  for (let i = 0; i < taken.length; i++) {
    const row = indices[i]!;
    taken[i] = row < 0 ? -1 : codes[row]!;
  }
  return taken;
}
