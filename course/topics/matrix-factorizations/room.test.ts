import { choleskySolve, tensor } from "@gradus/tensor";
import { describe, expect, test } from "vitest";
import heaters from "./figures/heaters";
import rightAngles from "./figures/right-angles";
import { choleskyOf, profile, roomMatrix, SIDE, solveWith, temperatures } from "./room";

describe("the room", () => {
  test.each([true, false])("is solved as the library solves it (insulated: %s)", (insulated) => {
    const A = roomMatrix(insulated);
    const b = Array.from({ length: SIDE * SIDE }, (_, i) => Math.sin(i));
    const ours = solveWith(choleskyOf(A), b);
    const theirs = choleskySolve(tensor(A), tensor(b)).toArray<number[]>();
    ours.forEach((value, i) => {
      expect(value).toBeCloseTo(theirs[i]!, 10);
    });
  });

  test("temperatures add up, and walls are cold unless insulated", () => {
    const [one, other] = [temperatures([[2, 3]], false), temperatures([[4.3, 1.1]], false)];
    const both = temperatures(
      [
        [2, 3],
        [4.3, 1.1],
      ],
      false,
    );
    expect(both[5]![7]).toBeCloseTo(one[5]![7]! + other[5]![7]!, 10);
    expect(both.map((row) => row[0])).toEqual(both.map(() => 0));
    const warm = temperatures([[2, 3]], true);
    expect(warm[5]![0]).toBe(warm[5]![1]);
    expect(warm[5]![3]).toBeGreaterThan(one[5]![3]!);
  });

  test("the middle of the room lies on a symmetry axis", () => {
    const line = profile(temperatures([[3, 3]], false), 3).map(([, degrees]) => degrees);
    line.forEach((degrees, i) => {
      expect(degrees).toBeCloseTo(line[line.length - 1 - i]!, 10);
    });
  });
});

describe("the figures", () => {
  test("heaters: says where they are and how warm it is", () => {
    const params = { heaters: [[3, 3]] as const, insulated: true };
    const text = heaters.describe(heaters.model(params), params);
    expect(text).toContain("(3, 3) metres");
    expect(text).toContain("insulated");
  });

  test("right angles: the pencil's numbers, and a flat pair", () => {
    const say = (tips: readonly (readonly [number, number])[]) =>
      rightAngles.describe(rightAngles.model({ tips }), { tips });
    const text = say([
      [3, 4],
      [1, 2],
    ]);
    for (const part of ["(0.6, 0.8)", "2.2 long", "0.4", "(−0.8, 0.6)"])
      expect(text).toContain(part);
    expect(
      say([
        [1, 1],
        [2, 2],
      ]),
    ).toContain("there is no q₂");
    expect(
      say([
        [0, 0],
        [2, 2],
      ]),
    ).toContain("there is no q₁");
  });
});
