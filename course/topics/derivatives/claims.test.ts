import { grad, type Tensor, tensor } from "@gradus/tensor";
import { describe, expect, test } from "vitest";
import { claimsOf } from "../../../tools/content/claims";
import { differenceError, position, speeds } from "./motion";

// The lesson's sentences state numbers that its cells compute. Each such sentence stands here with its number.

const { says } = await claimsOf(import.meta.url);
const at = (t: number) => position("Smooth", t);

describe("what the lesson says is so", () => {
  test("the differences settle at 945 px/s, by the gap, by the pencil and by the library", () => {
    says("They settle, at 945");
    says("$1.26 \\cdot 300 / 0.4 = 945$ px/s");
    expect((at(0.12001) - at(0.12)) / 0.00001).toBeCloseTo(945, 0);
    expect((6 * 0.3 * 0.7 * 300) / 0.4).toBeCloseTo(945, 9);
    expect(speeds("Smooth", 0.12)[1]).toBeCloseTo(945, 9);
    const way = (t: Tensor) => t.div(0.4).square().mul(t.div(0.4).mul(-2).add(3)).mul(300);
    expect(grad(way)(tensor(0.12)).item()).toBeCloseTo(945, 9);
    expect(grad(grad(way))(tensor(0.2)).item()).toBeCloseTo(0, 6);
  });

  test("one frame ahead the tangent is off by half a pixel, six frames ahead by 13", () => {
    const miss = (h: number) => at(0.12 + h) - (at(0.12) + 945 * h);
    says("One frame on, the tangent is off by half a pixel. Six frames on, it is 13 px short");
    expect(miss(1 / 60)).toBeCloseTo(0.6, 1);
    expect(Math.round(miss(6 / 60))).toBe(13);
  });

  test("a steady card at its start: 0, 750 and 375", () => {
    says("Looking back it is 0, looking ahead 750, and the central difference reports 375");
    const steady = (t: number) => position("Steady", t);
    expect((steady(1e-6) - steady(-1e-6)) / 2e-6).toBeCloseTo(375, 3);
    expect(speeds("Steady", 0)).toEqual([0, 750]);
  });

  test("a central difference with a middling step is the best of them", () => {
    says("Its step must be neither large nor tiny");
    const error = (h: number) => differenceError(0.12, h, true);
    expect(error(1e-5)).toBeLessThan(Math.min(error(1e-2), error(1e-13)));
  });
});
