// #region room
import { solve, tensor } from "@gradus/tensor";

const side = 20;
const nCells = side * side;

// Row i of A: 4 times the temperature of cell i, minus those of its neighbours within the room.
const rows = Array.from({ length: nCells }, () => new Array<number>(nCells).fill(0));
for (let y = 0; y < side; y++) {
  for (let x = 0; x < side; x++) {
    const row = rows[y * side + x]!;
    row[y * side + x] = 4;
    if (x > 0) row[y * side + x - 1] = -1;
    if (x < side - 1) row[y * side + x + 1] = -1;
    if (y > 0) row[(y - 1) * side + x] = -1;
    if (y < side - 1) row[(y + 1) * side + x] = -1;
  }
}
const A = tensor(rows);

/** The right-hand side for one heater. */
function heater(x: number, y: number) {
  const heat = new Array<number>(nCells).fill(0);
  heat[y * side + x] = 40;
  return tensor(heat);
}

const warmth = solve(A, heater(13, 5)).reshape([side, side]); // degrees above the outside
for (const line of warmth.toArray<number[][]>()) {
  console.log(line.map((degrees) => degrees.toFixed(0).padStart(3)).join(""));
}

// #endregion

// #region many
import { lu } from "@gradus/tensor";

const places = Array.from({ length: 60 }, (_, i) => heater(i % side, i % 17));

function time(name: string, work: () => unknown): void {
  const start = performance.now();
  work();
  console.log(`${name}: ${(performance.now() - start).toFixed(0)} ms`);
}

/** L·c = b from the top, then U·x = c from the bottom. */
function solveTriangles(L: number[][], U: number[][], b: number[]): number[] {
  const x = [...b];
  for (let i = 0; i < x.length; i++) {
    const row = L[i]!;
    let rest = x[i]!;
    for (let j = 0; j < i; j++) rest -= row[j]! * x[j]!;
    x[i] = rest;
  }
  for (let i = x.length - 1; i >= 0; i--) {
    const row = U[i]!;
    let rest = x[i]!;
    for (let j = i + 1; j < x.length; j++) rest -= row[j]! * x[j]!;
    x[i] = rest / row[i]!;
  }
  return x;
}

time("60 heaters, each from the start", () => {
  for (const b of places) solve(A, b);
});
const { L, U } = lu(A);
const [lower, upper] = [L.toArray<number[][]>(), U.toArray<number[][]>()];
time("one factorization", () => lu(A));
time("60 heaters, two triangles each", () => {
  for (const b of places) solveTriangles(lower, upper, b.toArray());
});
// #endregion
