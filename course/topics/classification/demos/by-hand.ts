// #region by-hand
const zero = [1, 2]; // the mean of class 0
const one = [4, 3]; // the mean of class 1

const squared = (p: number[], q: number[]) => (p[0]! - q[0]!) ** 2 + (p[1]! - q[1]!) ** 2;
for (const point of [
  [2, 3],
  [3, 2.5],
  [2, 4],
]) {
  const [d0, d1] = [squared(point, zero), squared(point, one)];
  const score = 3 * point[0]! + point[1]! - 10;
  console.log(`(${point.join(", ")}): d² = ${d0} and ${d1}, 3x₁ + x₂ − 10 = ${score}`);
}
// #endregion
