import { DataFrame } from "../index";

const N = 10_000;
const SEED = 20_261;

/** The table of 10,000 rows and 20 columns of reference/data_profile.py, from the same generator. */
export function profileTable(): DataFrame {
  const all = draws(20 * N);
  const u = (k: number) => Float64Array.from({ length: N }, (_, i) => all[20 * i + k]!);
  const columns: Record<string, (number | string | boolean | null)[]> = {};
  for (let k = 0; k < 10; k++) {
    const [first, own, hole] = [u(0), u(k), u(19)];
    columns[`x${k}`] = Array.from(own, (v, i) => {
      if (k % 2 && (hole[i]! * 10) % 1 < 0.03 * k) return Number.NaN;
      return v + 0.5 * k * first[i]! + (k % 3 ? 0 : v ** 4);
    });
  }
  const [u10, u11, u12, u18] = [u(10), u(11), u(12), u(18)];
  columns.wild = Array.from(u11, (v, i) => (u10[i]! > 0.999 ? 50 + v : v));
  columns.blank = Array.from(u12, (v, i) => (u18[i]! < 0.7 ? Number.NaN : v));
  [3, 12, 40].forEach((levels, k) => {
    columns[`whole${k}`] = Array.from(u(13 + k), (v) => Math.floor(levels * v));
  });
  const letter = (v: number, n: number) => String.fromCharCode(97 + Math.floor(n * v));
  const shape = Array.from(u(16), (v) => letter(v, 4));
  const tone = u(17);
  columns.shape = shape;
  columns.tone = shape.map((s, i) => (u18[i]! < 0.3 ? s : letter(tone[i]!, 4)));
  columns.town = Array.from(u12, (v, i) => (u11[i]! < 0.1 ? null : letter(v, 26)));
  columns.big = Array.from(u(1), (v) => v > 0.5);
  columns.same = new Array<string>(N).fill("one");
  for (const values of Object.values(columns)) {
    for (let i = 100; i < N; i += 100) values[i] = values[i - 1]!;
  }
  return DataFrame.fromColumns(columns as Record<string, number[] | (string | null)[] | boolean[]>);
}

/** Numbers in [0, 1): 32-bit linear congruential, exact in every language. */
function draws(count: number): Float64Array {
  let state = SEED;
  return Float64Array.from({ length: count }, () => {
    state = (Math.imul(1664525, state) + 1013904223) >>> 0;
    return state / 2 ** 32;
  });
}
