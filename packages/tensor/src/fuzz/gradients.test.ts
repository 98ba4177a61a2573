import { GradusError, RandomGenerator } from "@gradus/core";
import { test } from "vitest";
import { checkGradients, randn, type Tensor } from "../index";
import { smoothDraws } from "./programs";
import { type Entry, oneOf } from "./steps";

const PROGRAMS = 200;
const STEPS = 6;

/** A program as a function of its inputs: all its choices follow from the seed and the shapes. */
function program(seed: number): (...inputs: Tensor[]) => Tensor {
  return (...inputs) => {
    const r = new RandomGenerator(seed);
    const entry = (x: Tensor): Entry => ({ x, n: { dtype: x.dtype, shape: x.shape, data: 0 } });
    const pool = inputs.map(entry);
    for (let s = 0; s < STEPS; s++) {
      const [a, b, c] = [oneOf(r, pool), oneOf(r, pool), oneOf(r, pool)];
      const step = oneOf(r, smoothDraws)(r, a, b, c);
      const place = r.integer(0, pool.length);
      try {
        const x = step.engine();
        if (x.size > 0 && x.size <= 60) pool[place] = entry(x.tanh());
      } catch (error) {
        // A misuse, such as shapes that do not fit: the program goes on without it.
        if (!(error instanceof GradusError)) throw error;
      }
    }
    return pool.map(({ x }) => x.sin().sum()).reduce((p, q) => p.add(q));
  };
}

test(`${PROGRAMS} random programs: gradients agree with central differences`, () => {
  const r = new RandomGenerator(20260305);
  for (let p = 0; p < PROGRAMS; p++) {
    const inputs = Array.from({ length: 3 }, () => {
      const shape = Array.from({ length: r.integer(0, 4) }, () => oneOf(r, [1, 2, 3]));
      return randn(shape, { random: r });
    });
    const order = p % 4 === 0 ? 2 : 1;
    checkGradients(program(p), inputs, { order });
  }
});
