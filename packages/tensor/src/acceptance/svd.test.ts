import { expect, test } from "vitest";
import fixture from "../../fixtures/acceptance-svd.json" with { type: "json" };
import { svd, svdvals, type Tensor, tensor } from "../index";

/** x/2³² for x ← 1664525·x + 1013904223 mod 2³², as reference/acceptance_svd.py has it. */
function numbers(count: number, seed: number): Float64Array {
  let x = seed;
  return Float64Array.from({ length: count }, () => {
    x = (Math.imul(1664525, x) + 1013904223) >>> 0;
    return x / 2 ** 32;
  });
}

function matrix({ m, n, rank, seed }: (typeof fixture.cases)[number]): Tensor {
  if (rank === Math.min(m, n)) return tensor(numbers(m * n, seed), { shape: [m, n] }).sub(0.5);
  const whole = numbers((m + n) * rank, seed).map((x) => Math.floor(7 * x) - 3);
  if (rank === 0) return tensor(new Float64Array(m * n), { shape: [m, n] });
  const left = tensor(whole.subarray(0, m * rank), { shape: [m, rank] });
  return left.matmul(tensor(whole.subarray(m * rank), { shape: [rank, n] }));
}

function expectEqual(got: Tensor, expected: readonly number[]): void {
  const values = got.toArray<number[]>();
  expect(values).toHaveLength(expected.length);
  for (const [i, value] of expected.entries()) {
    expect(Math.abs(values[i]! - value)).toBeLessThanOrEqual(1e-10);
  }
}

test("roadmap FND-009: singular values of 66 matrices equal NumPy's to 1e-10, rank-deficient ones and 1000×50 among them", () => {
  const { cases } = fixture;
  expect(cases).toHaveLength(66);
  expect(cases.filter(({ m, n, rank }) => rank < Math.min(m, n)).length).toBeGreaterThan(20);
  expect(cases.some(({ m, n, rank }) => m === 1000 && n === 50 && rank === 50)).toBe(true);
  expect(cases.some(({ m, n, rank }) => m === 1000 && n === 50 && rank < 50)).toBe(true);
  for (const each of cases) {
    const A = matrix(each);
    expectEqual(svdvals(A), each.values);
    const { U, S, Vh } = svd(A);
    expectEqual(S, each.values);
    const again = U.mul(S).matmul(Vh);
    expect(again.sub(A).abs().max().item()).toBeLessThanOrEqual(1e-10);
  }
});
