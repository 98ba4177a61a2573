/** Sums up to each row; missing values stay missing and are skipped. Neumaier's correction keeps lost digits. */
export function cumulativeSums(values: Float64Array): Float64Array {
  let [sum, lost] = [0, 0];
  return values.map((value) => {
    if (Number.isNaN(value)) return value;
    const next = sum + value;
    const error = Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
    if (Number.isFinite(error)) lost += error;
    sum = next;
    return sum + lost;
  });
}

/** Values combined with all before; missing values stay missing and are skipped. */
export function cumulate(
  values: Float64Array,
  start: number,
  combine: (a: number, b: number) => number,
): Float64Array {
  let result = start;
  return values.map((value) => {
    if (Number.isNaN(value)) return value;
    result = combine(result, value);
    return result;
  });
}
