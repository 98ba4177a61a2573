/** A sparse matrix by compressed rows: row i has the entries starts[i], …, starts[i + 1] − 1, by column. */
export interface Csr {
  readonly nRows: number;
  readonly nColumns: number;
  /** nRows + 1 numbers. */
  readonly starts: Int32Array;
  /** The column of each entry, ascending within a row, each once. */
  readonly columns: Int32Array;
  readonly values: Float64Array | Float32Array;
}

/** An array of the same kind. */
export function sameKind(values: Csr["values"], length: number): Float64Array | Float32Array {
  return values instanceof Float64Array ? new Float64Array(length) : new Float32Array(length);
}

/** Compressed rows from entries in any order; entries at one place are added. */
export function compress(
  nRows: number,
  nColumns: number,
  rows: Int32Array,
  columns: Int32Array,
  values: Csr["values"],
): Csr {
  // Sorting by column and then, keeping that order, by row: two passes of counting.
  const byColumn = countingOrder(columns, nColumns);
  const order = countingOrder(rows, nRows, byColumn);
  const starts = new Int32Array(nRows + 1);
  const newColumns = new Int32Array(order.length);
  const newValues = sameKind(values, order.length);
  let count = 0;
  let lastRow = -1;
  for (const entry of order) {
    const [row, column] = [rows[entry]!, columns[entry]!];
    if (row === lastRow && newColumns[count - 1] === column) {
      newValues[count - 1]! += values[entry]!;
      continue;
    }
    newColumns[count] = column;
    newValues[count] = values[entry]!;
    starts[row + 1]! += 1;
    lastRow = row;
    count += 1;
  }
  for (let i = 0; i < nRows; i++) starts[i + 1]! += starts[i]!;
  return {
    nRows,
    nColumns,
    starts,
    columns: newColumns.slice(0, count),
    values: newValues.slice(0, count),
  };
}

/** The order that sorts keys from 0 to nKeys − 1, keeping `before` among equal ones. */
function countingOrder(keys: Int32Array, nKeys: number, before?: Int32Array): Int32Array {
  const places = new Int32Array(nKeys + 1);
  for (let i = 0; i < keys.length; i++) places[keys[i]! + 1]! += 1;
  for (let k = 0; k < nKeys; k++) places[k + 1]! += places[k]!;
  const order = new Int32Array(keys.length);
  for (let i = 0; i < keys.length; i++) {
    const entry = before === undefined ? i : before[i]!;
    order[places[keys[entry]!]!++] = entry;
  }
  return order;
}

/** Rows become columns. */
export function transposeCsr({ nRows, nColumns, starts, columns, values }: Csr): Csr {
  const newStarts = new Int32Array(nColumns + 1);
  for (let p = 0; p < columns.length; p++) newStarts[columns[p]! + 1]! += 1;
  for (let j = 0; j < nColumns; j++) newStarts[j + 1]! += newStarts[j]!;
  const next = newStarts.slice();
  const newColumns = new Int32Array(columns.length);
  const newValues = sameKind(values, columns.length);
  for (let i = 0; i < nRows; i++) {
    for (let p = starts[i]!; p < starts[i + 1]!; p++) {
      const to = next[columns[p]!]!++;
      newColumns[to] = i;
      newValues[to] = values[p]!;
    }
  }
  return {
    nRows: nColumns,
    nColumns: nRows,
    starts: newStarts,
    columns: newColumns,
    values: newValues,
  };
}

/**
 * The product of two sparse matrices, row by row: O(number of multiplications).
 * @see Gustavson (1978), ACM TOMS 4(3), 250–269.
 */
export function multiplyCsr(a: Csr, b: Csr): Csr {
  const sums = new Float64Array(b.nColumns);
  const seenIn = new Int32Array(b.nColumns).fill(-1);
  const starts = new Int32Array(a.nRows + 1);
  const columns: number[] = [];
  const values: number[] = [];
  for (let i = 0; i < a.nRows; i++) {
    const found: number[] = [];
    for (let p = a.starts[i]!; p < a.starts[i + 1]!; p++) {
      const k = a.columns[p]!;
      for (let q = b.starts[k]!; q < b.starts[k + 1]!; q++) {
        const j = b.columns[q]!;
        if (seenIn[j] !== i) {
          seenIn[j] = i;
          sums[j] = 0;
          found.push(j);
        }
        sums[j]! += a.values[p]! * b.values[q]!;
      }
    }
    found.sort((x, y) => x - y);
    for (const j of found) {
      columns.push(j);
      values.push(sums[j]!);
    }
    starts[i + 1] = columns.length;
  }
  const target = sameKind(a.values, values.length);
  target.set(values);
  return {
    nRows: a.nRows,
    nColumns: b.nColumns,
    starts,
    columns: Int32Array.from(columns),
    values: target,
  };
}

/** a + factor·b, with an entry wherever one of them has one. */
export function addCsr(a: Csr, b: Csr, factor: number): Csr {
  const most = a.columns.length + b.columns.length;
  const starts = new Int32Array(a.nRows + 1);
  const columns = new Int32Array(most);
  const values = sameKind(a.values, most);
  let count = 0;
  for (let i = 0; i < a.nRows; i++) {
    let [p, q] = [a.starts[i]!, b.starts[i]!];
    const [endA, endB] = [a.starts[i + 1]!, b.starts[i + 1]!];
    while (p < endA || q < endB) {
      const ja = p < endA ? a.columns[p]! : Infinity;
      const jb = q < endB ? b.columns[q]! : Infinity;
      columns[count] = Math.min(ja, jb);
      const fromA = ja <= jb ? a.values[p++]! : 0;
      const fromB = jb <= ja ? b.values[q++]! : 0;
      values[count] = fromA + factor * fromB;
      count += 1;
    }
    starts[i + 1] = count;
  }
  return { ...a, starts, columns: columns.slice(0, count), values: values.slice(0, count) };
}
