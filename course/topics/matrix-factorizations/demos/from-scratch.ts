// #region plain
import { tensor, triangularSolve } from "@gradus/tensor";

type Matrix = readonly (readonly number[])[];

function factorPlainly(A: Matrix): { L: number[][]; U: number[][] } {
  const U = A.map((row) => [...row]);
  const L: number[][] = A.map((row, i) => row.map((_, j) => (i === j ? 1 : 0)));
  for (let k = 0; k < U.length; k++) {
    for (let i = k + 1; i < U.length; i++) {
      const times = U[i]![k]! / U[k]![k]!; // what makes entry (i, k) vanish
      L[i]![k] = times;
      U[i] = U[i]!.map((u, j) => u - times * U[k]![j]!);
    }
  }
  return { L, U };
}

const A = [
  [2, 1, 1],
  [4, 3, 3],
  [8, 7, 9],
];
const plain = factorPlainly(A);
console.log("L", plain.L);
console.log("U", plain.U);

// #endregion

// #region tiny
const tiny = [
  [1e-20, 1],
  [1, 1],
];
const b = tensor([1, 2]);

const bad = factorPlainly(tiny);
const c = triangularSolve(tensor(bad.L), b);
const x = triangularSolve(tensor(bad.U), c, { lower: false });
console.log("x:", x.toArray());
console.log("A·x:", tensor(tiny).matmul(x).toArray(), "should be", b.toArray());
console.log("U:", bad.U);

// #endregion

// #region exchange
function factor(A: Matrix): { order: number[]; L: number[][]; U: number[][] } {
  const U = A.map((row) => [...row]);
  const L = A.map((row) => row.map(() => 0));
  const order = A.map((_, i) => i);
  for (let k = 0; k < U.length; k++) {
    let best = k; // the row with the largest entry in column k
    for (let i = k + 1; i < U.length; i++) {
      if (Math.abs(U[i]![k]!) > Math.abs(U[best]![k]!)) best = i;
    }
    exchange(U, k, best);
    exchange(L, k, best);
    exchange(order, k, best);
    L[k]![k] = 1;
    for (let i = k + 1; i < U.length; i++) {
      const times = U[i]![k]! / U[k]![k]!; // never above 1 in size now
      L[i]![k] = times;
      U[i] = U[i]!.map((u, j) => u - times * U[k]![j]!);
    }
  }
  return { order, L, U };
}

function exchange<T>(list: T[], i: number, j: number): void {
  [list[i], list[j]] = [list[j]!, list[i]!];
}

const good = factor(tiny);
const reordered = tensor(good.order.map((i) => b.at(i).item()));
const cGood = triangularSolve(tensor(good.L), reordered);
console.log("x:", triangularSolve(tensor(good.U), cGood, { lower: false }).toArray());

// #endregion

// #region library
import { lu } from "@gradus/tensor";

const ours = factor(A);
const theirs = lu(tensor(A));
console.log("L from scratch:", ours.L);
console.log("L of the library:", theirs.L.toArray());
console.log("U from scratch:", ours.U);
console.log("U of the library:", theirs.U.toArray());
console.log("order of the rows:", ours.order);
console.log("P·L·U:", theirs.P.matmul(theirs.L).matmul(theirs.U).toArray());
// #endregion
