/** Lᵀx = b in place, for a lower triangular L, n × n, flat. */
export function solveUpper(L: Float64Array, b: Float64Array, n: number): void {
  for (let i = n - 1; i >= 0; i--) {
    b[i]! /= L[i * n + i]!;
    const value = b[i]!;
    for (let j = 0; j < i; j++) b[j]! -= L[i * n + j]! * value;
  }
}

/** Lx = b in place, as above. */
export function solveLower(L: Float64Array, b: Float64Array, n: number): void {
  for (let i = 0; i < n; i++) {
    let value = b[i]!;
    for (let j = 0; j < i; j++) value -= L[i * n + j]! * b[j]!;
    b[i] = value / L[i * n + i]!;
  }
}

/** b = Lᵀb in place. */
export function timesUpper(L: Float64Array, b: Float64Array, n: number): void {
  for (let i = 0; i < n; i++) {
    let value = 0;
    for (let j = i; j < n; j++) value += L[j * n + i]! * b[j]!;
    b[i] = value;
  }
}

/** b = Lb in place. */
export function timesLower(L: Float64Array, b: Float64Array, n: number): void {
  for (let i = n - 1; i >= 0; i--) {
    let value = 0;
    for (let j = 0; j <= i; j++) value += L[i * n + j]! * b[j]!;
    b[i] = value;
  }
}
