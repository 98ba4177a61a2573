// #region by-hand
const softThreshold = (c: number, alpha: number) => Math.sign(c) * Math.max(0, Math.abs(c) - alpha);
const alpha = 1;
for (const c of [3, 0.6, -2]) {
  const byRidge = c / (1 + alpha);
  const byLasso = softThreshold(c, alpha);
  console.log(`least squares ${c}:  ridge ${byRidge.toFixed(1)}  lasso ${byLasso.toFixed(1)}`);
}

// The lasso's objective for c = 0.6 on a fine grid: where is it lowest?
const grid = Array.from({ length: 401 }, (_, i) => (i - 200) / 100);
const objective = (w: number) => (w - 0.6) ** 2 / 2 + alpha * Math.abs(w);
const lowest = grid.reduce((a, b) => (objective(b) < objective(a) ? b : a));
console.log("lowest for c = 0.6 at w =", lowest);
// #endregion
