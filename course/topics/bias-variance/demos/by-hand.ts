// #region by-hand
import { tensor } from "@gradus/tensor";

const models = tensor([11, 14, 17]); // °C, each from another sample
const afternoons = tensor([15, 19]); // °C, what it was in two years

const bias = models.mean().sub(afternoons.mean()).item();
const variance = models.sub(models.mean()).square().mean().item();
const noise = afternoons.sub(afternoons.mean()).square().mean().item();
const squares = models.reshape([3, 1]).sub(afternoons).square(); // every model with every afternoon

console.log("bias²", bias ** 2, " variance", variance, " noise", noise);
console.log("their sum", bias ** 2 + variance + noise);
console.log("all six squared errors:", squares.toArray(), " mean", squares.mean().item());
// #endregion
