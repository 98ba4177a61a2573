import type { TypeOfCell } from "../column/from-values";
import type { Cell } from "../schema";
import { type Branch, choose } from "./choice";
import { constant, sizeOf } from "./context";
import {
  type ColumnReference,
  type Condition,
  type Described,
  Expression,
  evaluateOf,
  type Operand,
} from "./expression";

/**
 * The column of that name, in an expression.
 *
 * @example
 * ```ts
 * const houses = DataFrame.fromColumns({ area: [80, 120], price: [200, 330] });
 * houses.assign({ perArea: col("price").div(col("area")) }).column("perArea").toArray(); // → [2.5, 2.75]
 * ```
 */
export function col<N extends string>(name: N): Expression<ColumnReference<N>, N> {
  return new Expression((context) => ({ per: "row", column: context.column(name) }));
}

/** The same value in every row, in an expression. */
export function lit<C extends Cell>(cell: C): Expression<TypeOfCell<Exclude<C, null>>, never> {
  return new Expression(constant(cell));
}

/**
 * How many rows the table, or each group, has; missing values count.
 *
 * @example
 * ```ts
 * const sales = DataFrame.fromColumns({ town: ["Ames", "Boone", "Ames"] });
 * sales.groupBy("town").agg({ n: count() }).column("n").toArray(); // → [2, 1]
 * ```
 */
export function count(): Expression<"integer", never> {
  return new Expression(sizeOf);
}

/** The type of an operand of a choice. */
export type DescribedBy<O> =
  O extends Expression<infer D, string> ? D : TypeOfCell<Exclude<O, null | Expression>>;

/** The columns that an operand uses. */
export type UsedBy<O> = O extends Expression<Described, infer N> ? N : never;

/** A choice that still wants its last value; see `when`. */
export class Choice<D extends Described, N extends string> {
  readonly #branches: readonly Branch[];

  /** @internal use `when` */
  constructor(branches: readonly Branch[]) {
    this.#branches = branches;
  }

  /** Where no condition before is true but this one is, this value. */
  when<M extends string, O extends Operand<string>>(
    condition: Condition<M>,
    value: O,
  ): Choice<D | DescribedBy<O>, N | M | UsedBy<O>> {
    return new Choice([...this.#branches, branchOf(condition, value)]);
  }

  /** Where no condition is true, this value; null for a missing one. */
  otherwise<O extends Operand<string>>(value: O): Expression<D | DescribedBy<O>, N | UsedBy<O>> {
    return new Expression(choose(this.#branches, evaluateOf(value)));
  }
}

/**
 * One value where a condition is true, others elsewhere: `when(condition, value).otherwise(other)`, with
 * as many further `.when(condition, value)` between as there are cases. A missing condition is not true.
 *
 * @example
 * ```ts
 * const houses = DataFrame.fromColumns({ price: [200, 330, 240] });
 * const label = when(col("price").gt(300), "dear").when(col("price").gt(220), "fair").otherwise("cheap");
 * houses.assign({ label }).column("label").toArray(); // → ["cheap", "dear", "fair"]
 * ```
 */
export function when<M extends string, O extends Operand<string>>(
  condition: Condition<M>,
  value: O,
): Choice<DescribedBy<O>, M | UsedBy<O>> {
  return new Choice([branchOf(condition, value)]);
}

function branchOf(condition: Condition<string>, value: Operand<string>): Branch {
  return { condition: condition.evaluate, value: evaluateOf(value) };
}
