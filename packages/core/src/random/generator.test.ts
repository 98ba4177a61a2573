import { describe, expect, test } from "vitest";
import { ParameterError } from "../errors";
import { RandomGenerator } from "./generator";

const draw = (n: number, next: () => number): number[] => Array.from({ length: n }, next);
const mean = (values: readonly number[]): number =>
  values.reduce((a, b) => a + b, 0) / values.length;

describe("RandomGenerator", () => {
  test("the same seed gives the same numbers, another seed others", () => {
    const first = new RandomGenerator(7);
    const same = new RandomGenerator(7);
    const other = new RandomGenerator(8);
    const numbers = draw(50, () => first.uniform());
    expect(draw(50, () => same.uniform())).toEqual(numbers);
    expect(draw(50, () => other.uniform())).not.toEqual(numbers);
  });

  test("the upper half of a large seed matters", () => {
    expect(new RandomGenerator(5).uint32()).not.toBe(new RandomGenerator(5 + 2 ** 32).uint32());
  });

  test("uniform numbers have the mean and variance of U(low, high)", () => {
    const random = new RandomGenerator(1);
    const values = draw(100_000, () => random.uniform(-2, 4));
    expect(Math.min(...values.slice(0, 1000))).toBeGreaterThanOrEqual(-2);
    expect(Math.max(...values.slice(0, 1000))).toBeLessThan(4);
    // The mean of n = 100,000 numbers has a standard error of 6/√12/√n = 0.0055; five of them.
    expect(Math.abs(mean(values) - 1)).toBeLessThan(0.0275);
    expect(Math.abs(mean(values.map((v) => (v - 1) ** 2)) - 3)).toBeLessThan(0.05);
  });

  test("normal numbers have the moments of N(mean, std²)", () => {
    const random = new RandomGenerator(2);
    const z = draw(100_000, () => (random.normal(3, 2) - 3) / 2);
    expect(Math.abs(mean(z))).toBeLessThan(0.016);
    expect(Math.abs(mean(z.map((v) => v ** 2)) - 1)).toBeLessThan(0.025);
    expect(Math.abs(mean(z.map((v) => v ** 3)))).toBeLessThan(0.07);
    expect(Math.abs(mean(z.map((v) => v ** 4)) - 3)).toBeLessThan(0.2);
  });

  test("integers fall on each value of the range equally often", () => {
    const random = new RandomGenerator(3);
    const counts = new Array<number>(6).fill(0);
    for (let i = 0; i < 60_000; i++) counts[random.integer(1, 7) - 1]! += 1;
    for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(500);
  });

  test("a permutation holds each index once", () => {
    const order = [...new RandomGenerator(4).permutation(100)];
    expect(order).not.toEqual([...order].sort((a, b) => a - b));
    expect([...order].sort((a, b) => a - b)).toEqual(Array.from({ length: 100 }, (_, i) => i));
    expect(new RandomGenerator(4).permutation(0)).toHaveLength(0);
  });

  test("forks differ from their parent and from each other, and do not disturb the parent", () => {
    const parent = new RandomGenerator(5);
    const [a, b] = [parent.fork(), parent.fork()];
    const streams = [a, b, parent].map((random) => draw(20, () => random.uint32()));
    expect(new Set(streams.flat()).size).toBe(60);
    const undisturbed = new RandomGenerator(5);
    expect(streams[2]).toEqual(draw(20, () => undisturbed.uint32()));
  });

  test("a generator moved to the position of another goes on as that one does", () => {
    for (let n = 0; n < 9; n++) {
      const random = new RandomGenerator(6).fork();
      for (let i = 0; i < n; i++) random.uint32();
      random.normal();
      const { words, spareNormal } = random.position;
      const other = new RandomGenerator(6).fork();
      other.moveTo(words, spareNormal);
      expect(draw(5, () => other.normal())).toEqual(draw(5, () => random.normal()));
      expect(other.position).toEqual(random.position);
    }
    expect(() => new RandomGenerator(1).moveTo(-1)).toThrow(ParameterError);
  });

  test("refuses seeds and ranges it cannot serve", () => {
    expect(() => new RandomGenerator(-1)).toThrow(ParameterError);
    expect(() => new RandomGenerator(1.5)).toThrow(ParameterError);
    expect(() => new RandomGenerator(1, -1)).toThrow(ParameterError);
    expect(() => new RandomGenerator(1).integer(3, 3)).toThrow(ParameterError);
    expect(() => new RandomGenerator(1).integer(0, 2 ** 33)).toThrow(ParameterError);
    expect(() => new RandomGenerator(1).permutation(-1)).toThrow(ParameterError);
  });
});
