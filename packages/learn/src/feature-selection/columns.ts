import { SparseTensor, type Tensor } from "@gradus/tensor";

/** Some of the columns, in the order of their places, which ascend. */
export function takeColumns(X: Tensor | SparseTensor, places: Int32Array): Tensor | SparseTensor {
  if (!(X instanceof SparseTensor)) return X.take(places, 1);
  const [nRows, nColumns] = X.shape as [number, number];
  const target = new Int32Array(nColumns).fill(-1);
  places.forEach((place, j) => {
    target[place] = j;
  });
  const { rowStarts, columnIndices, values } = X;
  const starts = new Int32Array(nRows + 1);
  let n = 0;
  for (let i = 0; i < nRows; i++) {
    for (let p = rowStarts[i]!; p < rowStarts[i + 1]!; p++) {
      const column = target[columnIndices[p]!]!;
      if (column < 0) continue;
      columnIndices[n] = column;
      values[n++] = values[p]!;
    }
    starts[i + 1] = n;
  }
  const shape = [nRows, places.length] as const;
  return SparseTensor.fromRows(starts, columnIndices.subarray(0, n), values.slice(0, n), shape);
}

/** The places of the ones. */
export function placesInSupport(support: Uint8Array): Int32Array {
  return Int32Array.from([...support.keys()].filter((j) => support[j] === 1));
}

/** Ones at some places. */
export function supportOf(places: Iterable<number>, nFeatures: number): Uint8Array {
  const support = new Uint8Array(nFeatures);
  for (const place of places) support[place] = 1;
  return support;
}
