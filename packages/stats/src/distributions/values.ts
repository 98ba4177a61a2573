import { isTensor, type Tensor, tensor } from "@gradus/tensor";

/** A number, an array of numbers, or a tensor. */
export type Values = number | readonly number[] | Float64Array | Tensor;

/** What a function of numbers gives for {@link Values}: a number for a number, a tensor for a tensor, else an array. */
export type Mapped<X extends Values> = X extends number
  ? number
  : X extends Tensor
    ? Tensor
    : Float64Array;

/** Applies a function of a number to each element; a tensor's result has its shape and dtype float64. */
export function mapValues<X extends Values>(x: X, f: (x: number) => number): Mapped<X> {
  if (typeof x === "number") return f(x) as Mapped<X>;
  if (!isTensor(x)) return Float64Array.from(x as readonly number[], f) as Mapped<X>;
  const values = Float64Array.from(x.data() as Float64Array, f);
  return tensor(values, { dtype: "float64" }).reshape([...x.shape]) as Mapped<X>;
}

/** The numbers of an array or tensor, row by row. */
export function numbersOf(x: readonly number[] | Float64Array | Tensor): Float64Array {
  return Float64Array.from(isTensor(x) ? (x.data() as Float64Array) : (x as readonly number[]));
}
