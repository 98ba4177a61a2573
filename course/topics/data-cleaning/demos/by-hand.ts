// #region code
const rents = [1000, 1100, 1200]; // €, and one that is missing
const mean = (values: readonly number[]) => values.reduce((sum, x) => sum + x) / values.length;

const mu = mean(rents);
const [p, code] = [1 / 4, -999];
console.log("by the formula:", (1 - p) * mu + p * code);
console.log("by the list:   ", mean([...rents, code]));

// #endregion

// #region reader
import { parseCSV } from "@gradus/data";

const text = "rent\n1000\n1100\n1200\n-999\n";
const table = parseCSV(text, { missing: ["", "n/a", "-999"] });
console.log("by the reader:", table.types, "mean", table.describe().column("rent").at(1));
// #endregion
