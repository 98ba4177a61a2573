/** A point or direction as the minimizers keep it. */
export type Vector = Float64Array;

export function dot(a: Vector, b: Vector): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

/** The largest absolute value; NaN if there is one among them, 0 for no elements. */
export function maxAbs(a: Vector): number {
  let largest = 0;
  for (const value of a) {
    const size = Math.abs(value);
    if (!(size <= largest)) largest = size;
  }
  return largest;
}

/** a + factor · b */
export function addScaled(a: Vector, factor: number, b: Vector): Vector {
  return a.map((value, i) => value + factor * b[i]!);
}

export function subtract(a: Vector, b: Vector): Vector {
  return a.map((value, i) => value - b[i]!);
}

export function negate(a: Vector): Vector {
  return a.map((value) => -value);
}
