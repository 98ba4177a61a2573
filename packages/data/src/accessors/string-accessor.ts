import { checkInteger, checkOneOf, ParameterError } from "@gradus/core";
import type { BooleanColumn } from "../column/boolean-column";
import type { IntegerColumn } from "../column/integer-column";
import { makeColumn } from "../column/make-column";
import { MISSING_BOOLEAN } from "../column/missing-boolean";
import type { StringColumn } from "../column/string-column";

/**
 * Methods of text for every row of a column: `town.str.upper()`. What is missing stays missing. Lengths and
 * places count characters (code points), as in Python.
 *
 * @example
 * ```ts
 * const town = new StringColumn("town", [" ames", "Boone ", null]);
 * town.str.strip().str.upper().toArray(); // → ["AMES", "BOONE", null]
 * town.str.contains(/oo/).toArray(); // → [false, true, null]
 * ```
 */
export class StringAccessor {
  readonly #name: string;
  readonly #values: readonly (string | null)[];

  /** @internal use `column.str` */
  constructor(name: string, values: readonly (string | null)[]) {
    this.#name = name;
    this.#values = values;
  }

  lower(): StringColumn {
    return this.#texts((text) => text.toLowerCase());
  }

  upper(): StringColumn {
    return this.#texts((text) => text.toUpperCase());
  }

  /** Every word with a capital first letter and small others. */
  title(): StringColumn {
    const capital = (word: string) => word[0]!.toUpperCase() + word.slice(1).toLowerCase();
    return this.#texts((text) => text.replace(/\p{L}+/gu, capital));
  }

  /** Without blanks, tabs and line ends at both ends. */
  strip(): StringColumn {
    return this.#texts((text) => text.trim());
  }

  /** How many characters each text has. */
  length(): IntegerColumn {
    const lengths = this.#values.map((text) => (text === null ? Number.NaN : [...text].length));
    return makeColumn.integer(this.#name, Float64Array.from(lengths));
  }

  /** Whether each text contains another one, or matches an expression somewhere. */
  contains(pattern: string | RegExp): BooleanColumn {
    if (typeof pattern === "string") return this.#truths((text) => text.includes(pattern));
    const expression = withoutState(pattern);
    return this.#truths((text) => expression.test(text));
  }

  startsWith(prefix: string): BooleanColumn {
    return this.#truths((text) => text.startsWith(prefix));
  }

  endsWith(suffix: string): BooleanColumn {
    return this.#truths((text) => text.endsWith(suffix));
  }

  /** How often a text, or an expression, occurs in each, without overlaps. */
  count(pattern: string | RegExp): IntegerColumn {
    const of = (text: string) =>
      typeof pattern === "string"
        ? text.split(pattern).length - 1
        : [...text.matchAll(everywhere(pattern))].length;
    const counts = this.#values.map((text) => (text === null ? Number.NaN : of(text)));
    return makeColumn.integer(this.#name, Float64Array.from(counts));
  }

  /** Every occurrence of a text or an expression replaced; `$1` stands for an expression's first group. */
  replace(pattern: string | RegExp, replacement: string): StringColumn {
    if (typeof pattern === "string") {
      return this.#texts((text) => text.replaceAll(pattern, () => replacement));
    }
    const expression = everywhere(pattern);
    return this.#texts((text) => text.replace(expression, replacement));
  }

  /** The characters from `start` up to but not including `end`; negative places count from the end. */
  slice(start = 0, end?: number): StringColumn {
    return this.#texts((text) => [...text].slice(start, end).join(""));
  }

  /**
   * The texts filled up to `width` characters: at the "left" (default), the "right" or "both" sides.
   *
   * @throws ParameterError for a width or a side that is none, or a filling that is not one character.
   */
  pad(
    width: number,
    {
      side = "left",
      fill = " ",
    }: { readonly side?: "left" | "right" | "both"; readonly fill?: string } = {},
  ): StringColumn {
    const where = "str.pad";
    checkInteger(where, "width", width);
    checkOneOf(where, "side", side, ["left", "right", "both"]);
    if ([...fill].length !== 1) {
      throw new ParameterError(`${where}: fill must be one character, got ${JSON.stringify(fill)}`);
    }
    return this.#texts((text) => {
      const lack = Math.max(0, width - [...text].length);
      // As Python's center does: the odd one stands left if the width is odd.
      const half = (lack >> 1) + (lack & width & 1);
      const left = side === "left" ? lack : side === "right" ? 0 : half;
      return fill.repeat(left) + text + fill.repeat(lack - left);
    });
  }

  /**
   * The part of that number between separators, missing where there are not so many; negative numbers count
   * from the end. `DataFrame.explode` makes a row of each part.
   *
   * @throws ParameterError unless `part` is an integer.
   */
  split(separator: string | RegExp, part: number): StringColumn {
    if (!Number.isSafeInteger(part)) {
      throw new ParameterError(`str.split: part must be an integer, got ${part}`);
    }
    return this.#texts((text) => text.split(separator).at(part) ?? null);
  }

  /**
   * What a group of an expression matches first in each text, missing where it does not.
   *
   * @param group the number or the name of the group; default 1
   * @throws ParameterError if the expression has no such group.
   */
  extract(pattern: RegExp, group: number | string = 1): StringColumn {
    const expression = withoutState(pattern);
    const found = new RegExp(`${pattern.source}|`, expression.flags).exec("")!;
    if (typeof group === "number" ? !(group in found) : !(group in (found.groups ?? {}))) {
      throw new ParameterError(
        `str.extract: expected a group of ${pattern}, got ${JSON.stringify(group)}`,
      );
    }
    return this.#texts((text) => {
      const match = expression.exec(text);
      return (typeof group === "number" ? match?.[group] : match?.groups?.[group]) ?? null;
    });
  }

  #texts(of: (text: string) => string | null): StringColumn {
    return makeColumn.string(
      this.#name,
      this.#values.map((text) => (text === null ? null : of(text))),
    );
  }

  #truths(of: (text: string) => boolean): BooleanColumn {
    const codes = this.#values.map((text) => (text === null ? MISSING_BOOLEAN : Number(of(text))));
    return makeColumn.boolean(this.#name, Uint8Array.from(codes));
  }
}

/** The expression without the flags that make it remember where it stopped. */
function withoutState(pattern: RegExp): RegExp {
  return new RegExp(pattern.source, pattern.flags.replace(/[gy]/g, ""));
}

function everywhere(pattern: RegExp): RegExp {
  return new RegExp(pattern.source, `${withoutState(pattern).flags}g`);
}
