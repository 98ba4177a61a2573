// #region power
import { ttestIndPower, ttestIndSampleSize } from "@gradus/stats";

for (const n of [10, 25, 64, 200]) {
  console.log(
    `${n} in each group: ${(100 * ttestIndPower({ effectSize: 0.5, nobs1: n })).toFixed(0)} %`,
  );
}
console.log("for 80 %:", Math.ceil(ttestIndSampleSize({ effectSize: 0.5, power: 0.8 })));
// #endregion
