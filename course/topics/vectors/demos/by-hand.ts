// #region three-numbers
const u = [3, 4];
const v = [4, -2];
const dot = u[0]! * v[0]! + u[1]! * v[1]!;
const length = Math.hypot(u[0]!, u[1]!);

console.log("length of u:", length);
console.log("u · v:", dot);
console.log("how far v reaches along u:", dot / length);
// #endregion

// #region from-scratch
type Vector = readonly number[];

function dotProduct(a: Vector, b: Vector): number {
  if (a.length !== b.length) throw new RangeError(`lengths ${a.length} and ${b.length} differ`);
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

const lengthOf = (a: Vector) => Math.sqrt(dotProduct(a, a));
const minus = (a: Vector, b: Vector) => a.map((value, i) => value - b[i]!);
const distanceOf = (a: Vector, b: Vector) => lengthOf(minus(a, b));
const cosineOf = (a: Vector, b: Vector) => dotProduct(a, b) / (lengthOf(a) * lengthOf(b));

const a = [1, 2, 3, 4];
const b = [2, 0, -1, 2];
console.log("dot", dotProduct(a, b));
console.log("length", lengthOf(a));
console.log("distance", distanceOf(a, b));
console.log("cosine", cosineOf(a, b));

// #endregion

// #region library
import { dot as dotOf, norm, tensor } from "@gradus/tensor";

const [p, q] = [tensor(a), tensor(b)];
console.log("dot", dotOf(p, q).item());
console.log("length", norm(p).item());
console.log("distance", norm(p.sub(q)).item());
console.log(
  "cosine",
  dotOf(p, q)
    .div(norm(p).mul(norm(q)))
    .item(),
);
// #endregion
