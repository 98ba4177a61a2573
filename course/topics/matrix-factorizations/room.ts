// The heat in a square room, for the figure: one symmetric matrix, factored once, and many heaters.
import type { Point } from "@gradus/course-kit";

/** Cells along a wall. */
export const SIDE = 20;
/** Length of a wall in metres. */
export const WIDTH = 6;
const GAP = WIDTH / (SIDE + 1);
/** What one heater gives, in the units of the right-hand side. */
const POWER = 40;

/** Row i: how many walls and neighbours draw heat from cell i, and minus one for each neighbour. */
export function roomMatrix(insulated: boolean): number[][] {
  return Array.from({ length: SIDE * SIDE }, (_, i) => {
    const row = new Array<number>(SIDE * SIDE).fill(0);
    const x = i % SIDE;
    // An insulated wall lets no heat pass: the cells along it have one partner less.
    row[i] = insulated && x === 0 ? 3 : 4;
    if (x > 0) row[i - 1] = -1;
    if (x < SIDE - 1) row[i + 1] = -1;
    if (i >= SIDE) row[i - SIDE] = -1;
    if (i < SIDE * (SIDE - 1)) row[i + SIDE] = -1;
    return row;
  });
}

/** The lower triangular L with A = L·Lᵀ. */
export function choleskyOf(A: readonly (readonly number[])[]): number[][] {
  const L = A.map((row) => row.map(() => 0));
  for (let i = 0; i < A.length; i++) {
    for (let j = 0; j <= i; j++) {
      let rest = A[i]![j]!;
      for (let k = 0; k < j; k++) rest -= L[i]![k]! * L[j]![k]!;
      L[i]![j] = i === j ? Math.sqrt(rest) : rest / L[j]![j]!;
    }
  }
  return L;
}

/** L·c = b, then Lᵀ·x = c. */
export function solveWith(L: readonly (readonly number[])[], b: readonly number[]): number[] {
  const x = [...b];
  for (let i = 0; i < x.length; i++) {
    for (let j = 0; j < i; j++) x[i]! -= L[i]![j]! * x[j]!;
    x[i]! /= L[i]![i]!;
  }
  for (let i = x.length - 1; i >= 0; i--) {
    for (let j = i + 1; j < x.length; j++) x[i]! -= L[j]![i]! * x[j]!;
    x[i]! /= L[i]![i]!;
  }
  return x;
}

const factors = new Map<boolean, number[][]>();

/** The factor for a room, computed when it is first needed. */
function factorOf(insulated: boolean): number[][] {
  const known = factors.get(insulated);
  if (known) return known;
  const L = choleskyOf(roomMatrix(insulated));
  factors.set(insulated, L);
  return L;
}

/** Where the rows and columns of {@link temperatures} stand, in metres; the first and last are the walls. */
export const places: readonly number[] = Array.from({ length: SIDE + 2 }, (_, i) => i * GAP);

/** Degrees above the outside at all places, walls included: `[row][column]`, bottom row first. */
export function temperatures(heaters: readonly Point[], insulated: boolean): number[][] {
  const b = new Array<number>(SIDE * SIDE).fill(0);
  for (const heater of heaters) {
    const [column, row] = heater.map((metres) => Math.max(0, Math.min(SIDE - 1, metres / GAP - 1)));
    const [x, y] = [Math.min(SIDE - 2, Math.floor(column!)), Math.min(SIDE - 2, Math.floor(row!))];
    const [right, up] = [column! - x, row! - y];
    // Shared among the four nearest cells.
    b[y * SIDE + x]! += POWER * (1 - right) * (1 - up);
    b[y * SIDE + x + 1]! += POWER * right * (1 - up);
    b[(y + 1) * SIDE + x]! += POWER * (1 - right) * up;
    b[(y + 1) * SIDE + x + 1]! += POWER * right * up;
  }
  const inside = solveWith(factorOf(insulated), b);
  const wall = new Array<number>(SIDE + 2).fill(0);
  const rows = Array.from({ length: SIDE }, (_, y) => {
    const row = inside.slice(y * SIDE, (y + 1) * SIDE);
    return [insulated ? row[0]! : 0, ...row, 0];
  });
  return [wall, ...rows, wall];
}

/** The temperatures along the horizontal line at a height, between rows in proportion. */
export function profile(warmth: readonly (readonly number[])[], height: number): Point[] {
  const at = Math.max(0, Math.min(SIDE + 1, height / GAP));
  const below = Math.min(SIDE, Math.floor(at));
  const share = at - below;
  return places.map((x, i) => [
    x,
    (1 - share) * warmth[below]![i]! + share * warmth[below + 1]![i]!,
  ]);
}
