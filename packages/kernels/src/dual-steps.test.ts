import { RandomGenerator } from "@gradus/core";
import { describe, expect, test } from "vitest";
import { heap } from "./memory/heap";

/** Variables of a dual problem, and two rows of its kernel; few different numbers, so that there are equals. */
function variables(n: number, seed: number) {
  const random = new RandomGenerator(seed);
  const few = () => Math.round(4 * random.normal()) / 4;
  return {
    slope: Float64Array.from({ length: n }, few),
    noRise: Float64Array.from({ length: n }, () => (random.uniform() < 0.3 ? Infinity : 0)),
    noFall: Float64Array.from({ length: n }, () => (random.uniform() < 0.3 ? -Infinity : 0)),
    diagonal: Float64Array.from({ length: n }, () => 1),
    first: Float32Array.from({ length: n }, () => Math.min(1, Math.abs(few()))),
    second: Float32Array.from({ length: n }, () => Math.min(1, Math.abs(few()))),
  };
}

type Given = ReturnType<typeof variables>;

/** Runs a kernel on copies of the arrays in the heap; gives what it returns, its two numbers, and the slopes. */
function run(
  given: Given,
  call: (at: Record<keyof Given, number>, out: number) => number,
): { place: number; numbers: number[]; slope: number[] } {
  const memory = heap();
  memory.begin();
  const storage = memory.allocate(64 * given.slope.length + 64, "test");
  let next = memory.pointer(storage);
  const at = {} as Record<keyof Given, number>;
  for (const [name, values] of Object.entries(given)) {
    at[name as keyof Given] = next;
    (values instanceof Float32Array ? memory.f32 : memory.f64).set(
      values,
      next / values.BYTES_PER_ELEMENT,
    );
    next += 8 * values.length;
  }
  const place = call(at, memory.meta);
  const numbers = [memory.f64[memory.meta / 8]!, memory.f64[memory.meta / 8 + 1]!];
  const slope = [...memory.f64.subarray(at.slope / 8, at.slope / 8 + given.slope.length)];
  memory.release(storage, "test");
  return { place, numbers, slope };
}

const cases = [1, 2, 3, 8, 9, 100, 301].flatMap((n) => [0, 1, 2].map((seed) => [n, seed] as const));
const { kernels } = heap();

describe("dualDescend", () => {
  test.each(cases)("of %i variables equals plain loops (seed %i)", (n, seed) => {
    const given = variables(n, seed);
    const { place, numbers, slope } = run(given, (at, out) =>
      kernels.dualDescend(n, 0.3, at.slope, at.noRise, at.noFall, at.first, at.second, out),
    );
    const expected = [...given.slope].map((s, t) => s + 0.3 * (given.first[t]! - given.second[t]!));
    const low = expected.map((s, t) => s + given.noRise[t]!);
    const high = expected.map((s, t) => s + given.noFall[t]!);
    expect(slope).toEqual(expected);
    expect(numbers).toEqual([Math.min(...low), Math.max(...high)]);
    expect(place).toBe(low.lastIndexOf(Math.min(...low)));
  });
});

describe("dualPartner", () => {
  test.each(cases)("of %i variables equals plain loops (seed %i)", (n, seed) => {
    const given = variables(n, seed);
    const level = 0.75;
    const { place, numbers } = run(given, (at, out) =>
      kernels.dualPartner(n, level, 1, at.slope, at.noFall, at.diagonal, at.first, out),
    );
    let [best, square, base] = [-1, 0, 1];
    for (let t = 0; t < n; t++) {
      const gap = level + given.slope[t]! + given.noFall[t]!;
      const curvature = Math.max(2 - 2 * given.first[t]!, 1e-12);
      if (gap > 0 && gap * gap * base >= square * curvature) {
        [best, square, base] = [t, gap * gap, curvature];
      }
    }
    expect(place).toBe(best);
    expect(numbers).toEqual([square, base]);
  });

  test("finds none where no variable can fall", () => {
    const given = { ...variables(7, 0), noFall: new Float64Array(7).fill(-Infinity) };
    const { place } = run(given, (at, out) =>
      kernels.dualPartner(7, 100, 1, at.slope, at.noFall, at.diagonal, at.first, out),
    );
    expect(place).toBe(-1);
  });
});
