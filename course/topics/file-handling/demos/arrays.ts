// #region header
/** A .npy file of a table of float64: magic, version, length of the header, header, numbers. */
function npy(rows: number[][]): Uint8Array {
  const shape = `(${rows.length}, ${rows[0]!.length})`;
  const words = `{'descr': '<f8', 'fortran_order': False, 'shape': ${shape}, }`;
  // Spaces fill up to a multiple of 64 bytes, so that the numbers lie well in memory.
  const start = 64 * Math.ceil((10 + words.length + 1) / 64);
  const header = `${words.padEnd(start - 11)}\n`;
  const bytes = new Uint8Array(start + 8 * rows.flat().length);
  bytes.set([0x93, ...new TextEncoder().encode("NUMPY"), 1, 0]);
  const view = new DataView(bytes.buffer);
  view.setUint16(8, header.length, true); // true: the low byte first
  bytes.set(new TextEncoder().encode(header), 10);
  for (const [i, value] of rows.flat().entries()) view.setFloat64(start + 8 * i, value, true);
  return bytes;
}

const rows = [
  [0.1, -2.5],
  [1e300, Infinity],
  [-0, Number.MIN_VALUE],
];
const bytes = npy(rows);
const shown = [...bytes.slice(0, 10)].map((b) => b.toString(16).padStart(2, "0"));
console.log(shown.join(" "), JSON.stringify(new TextDecoder().decode(bytes.slice(10, 70))));

// #endregion

// #region agrees
import { decodeNpy, encodeNpy } from "@gradus/files";
import { tensor } from "@gradus/tensor";

const theirs = encodeNpy(tensor(rows));
console.log(bytes.length, "bytes by hand,", theirs.length, "by the library");
console.log(
  "the same:",
  bytes.every((b, i) => b === theirs[i]),
);
console.log("read again:", decodeNpy(bytes).toArray());

// #endregion

// #region sizes
import { RandomGenerator } from "@gradus/core";
import { DataFrame, formatJSON } from "@gradus/data";

const random = new RandomGenerator(1);
const x = Float64Array.from({ length: 10_000 }, () => random.normal());
const table = DataFrame.fromColumns({ x });
const sizes = {
  CSV: new TextEncoder().encode(table.toCSV()).length,
  JSON: new TextEncoder().encode(formatJSON(table)).length,
  ".npy": encodeNpy(tensor(x)).length,
};
for (const [name, size] of Object.entries(sizes))
  console.log(name.padEnd(5), (size / 1000).toFixed(1), "kB");
// #endregion
