import { ParameterError } from "@gradus/core";
import type { CategoryColumn } from "../column/category-column";
import type { IntegerColumn } from "../column/integer-column";
import { makeColumn } from "../column/make-column";

/**
 * The categories of a column, and changes to them: `size.cat.reorder(["low", "middle", "high"])`.
 *
 * @example
 * ```ts
 * const size = new CategoryColumn("size", Int32Array.of(1, 0, 1), ["large", "small"]);
 * const ordered = size.cat.reorder(["small", "large"]).cat.asOrdered();
 * ordered.cat.codes.toArray(); // → [0, 1, 0]
 * ordered.cat.rename({ small: "S" }).toArray(); // → ["S", "large", "S"]
 * ```
 */
export class CategoryAccessor {
  readonly #column: CategoryColumn;

  /** @internal use `column.cat` */
  constructor(column: CategoryColumn) {
    this.#column = column;
  }

  /** For each row the place of its category, missing where it has none. */
  get codes(): IntegerColumn {
    const { name, codes } = this.#column;
    const numbers = Float64Array.from(codes, (code) => (code < 0 ? Number.NaN : code));
    return makeColumn.integer(name, numbers);
  }

  /** The categories, whether they occur or not. */
  get categories(): readonly string[] {
    return this.#column.categories;
  }

  /** Other names for some categories. @throws ParameterError for an unknown category, or a name that comes twice. */
  rename(names: Readonly<Record<string, string>>): CategoryColumn {
    const { codes, categories, ordered } = this.#column;
    for (const name of Object.keys(names)) this.#check("cat.rename", name);
    const renamed = categories.map((category) => names[category] ?? category);
    return makeColumn.category(this.#column.name, codes, renamed, ordered);
  }

  /** The same categories in another order. @throws ParameterError unless each comes once. */
  reorder(categories: readonly string[]): CategoryColumn {
    const where = "cat.reorder";
    for (const category of categories) this.#check(where, category);
    const lacking = this.#column.categories.find((category) => !categories.includes(category));
    if (lacking !== undefined) {
      throw new ParameterError(
        `${where}: expected every category, got none of ${JSON.stringify(lacking)}`,
      );
    }
    return this.#withCategories(categories, this.#column.ordered);
  }

  /** With categories that need not occur. @throws ParameterError for one that is there already. */
  add(...categories: string[]): CategoryColumn {
    return this.#withCategories([...this.#column.categories, ...categories], this.#column.ordered);
  }

  /** Without the categories that do not occur. */
  removeUnused(): CategoryColumn {
    const used = new Set(this.#column.codes);
    const kept = this.#column.categories.filter((_, code) => used.has(code));
    return this.#withCategories(kept, this.#column.ordered);
  }

  /** The column with its categories' order meaning something. */
  asOrdered(): CategoryColumn {
    return this.#withCategories(this.#column.categories, true);
  }

  /** The column with its categories' order meaning nothing. */
  asUnordered(): CategoryColumn {
    return this.#withCategories(this.#column.categories, false);
  }

  #withCategories(categories: readonly string[], ordered: boolean): CategoryColumn {
    const { name, codes, categories: old } = this.#column;
    const places = old.map((category) => categories.indexOf(category));
    const moved = codes.map((code) => (code < 0 ? -1 : places[code]!));
    return makeColumn.category(name, moved, categories, ordered);
  }

  #check(where: string, category: string): void {
    if (this.#column.categories.includes(category)) return;
    throw new ParameterError(
      `${where}: expected categories of "${this.#column.name}", got ${JSON.stringify(category)}`,
    );
  }
}
