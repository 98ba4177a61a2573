/** A point or direction as the minimizers keep it. */
export type Vector = Float64Array;

/** Σ aᵢ·bᵢ, in four sums side by side: an addition need not wait for the one before. */
export function dot(a: Vector, b: Vector): number {
  const n = a.length;
  const whole = n - (n % 4);
  let [s0, s1, s2, s3] = [0, 0, 0, 0];
  for (let i = 0; i < whole; i += 4) {
    s0 += a[i]! * b[i]!;
    s1 += a[i + 1]! * b[i + 1]!;
    s2 += a[i + 2]! * b[i + 2]!;
    s3 += a[i + 3]! * b[i + 3]!;
  }
  for (let i = whole; i < n; i++) s0 += a[i]! * b[i]!;
  return s0 + s1 + (s2 + s3);
}

/** a becomes a + factor · b. @returns a · c with the new a, from one walk through the three. */
export function addScaledAndDot(a: Vector, factor: number, b: Vector, c: Vector): number {
  const n = a.length;
  const whole = n - (n % 4);
  let [s0, s1, s2, s3] = [0, 0, 0, 0];
  for (let i = 0; i < whole; i += 4) {
    const a0 = a[i]! + factor * b[i]!;
    const a1 = a[i + 1]! + factor * b[i + 1]!;
    const a2 = a[i + 2]! + factor * b[i + 2]!;
    const a3 = a[i + 3]! + factor * b[i + 3]!;
    a[i] = a0;
    a[i + 1] = a1;
    a[i + 2] = a2;
    a[i + 3] = a3;
    s0 += a0 * c[i]!;
    s1 += a1 * c[i + 1]!;
    s2 += a2 * c[i + 2]!;
    s3 += a3 * c[i + 3]!;
  }
  for (let i = whole; i < n; i++) {
    a[i]! += factor * b[i]!;
    s0 += a[i]! * c[i]!;
  }
  return s0 + s1 + (s2 + s3);
}

/** The largest absolute value; NaN if there is one among them, 0 for no elements. */
export function maxAbs(a: Vector): number {
  let largest = 0;
  for (let i = 0; i < a.length; i++) {
    const size = Math.abs(a[i]!);
    if (!(size <= largest)) largest = size;
  }
  return largest;
}

/** a + factor · b */
export function addScaled(a: Vector, factor: number, b: Vector): Vector {
  return addScaledTo(a.slice(), factor, b);
}

/** a becomes a + factor · b. */
export function addScaledTo(a: Vector, factor: number, b: Vector): Vector {
  // A loop: `map` with a function takes several times as long for many elements.
  for (let i = 0; i < a.length; i++) a[i]! += factor * b[i]!;
  return a;
}

/** a becomes factor · a. */
export function scaleTo(a: Vector, factor: number): Vector {
  for (let i = 0; i < a.length; i++) a[i]! *= factor;
  return a;
}

export function subtract(a: Vector, b: Vector): Vector {
  const difference = a.slice();
  for (let i = 0; i < a.length; i++) difference[i]! -= b[i]!;
  return difference;
}

export function negate(a: Vector): Vector {
  const negative = new Float64Array(a.length);
  for (let i = 0; i < a.length; i++) negative[i] = -a[i]!;
  return negative;
}
