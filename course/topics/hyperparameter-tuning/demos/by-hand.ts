// #region by-hand
import { loguniform } from "@gradus/stats";

const u = 0.25; // a quarter of the way from 0.001 to 1000
console.log("power of ten:", -3 + 6 * u);
console.log("strength:", (10 ** (-3 + 6 * u)).toFixed(4));
console.log("library: ", loguniform({ a: 0.001, b: 1000 }).ppf(u).toFixed(4));
// #endregion
