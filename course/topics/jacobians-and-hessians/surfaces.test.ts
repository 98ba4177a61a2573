import { initialParams, type Point } from "@gradus/course-kit";
import { eigvalsh, tensor } from "@gradus/tensor";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import arm from "./figures/arm";
import ground from "./figures/landscape";
import {
  armJacobian,
  handOf,
  hessianAt,
  landscape,
  principals,
  slopeAt,
  solve,
  times,
} from "./surfaces";

const angle = fc.double({ min: -3, max: 3, noNaN: true });

describe("arm and landscape", () => {
  test("Jacobian, slopes and Hessian are what differences say", () => {
    fc.assert(
      fc.property(angle, angle, (a, b) => {
        const h = 1e-5;
        const [xx, xy] = handOf([a + h, b]);
        const [yx, yy] = handOf([a - h, b]);
        const J = armJacobian([a, b]);
        expect((xx - yx) / (2 * h)).toBeCloseTo(J[0][0], 5);
        expect((xy - yy) / (2 * h)).toBeCloseTo(J[1][0], 5);
        const slope = slopeAt([a, b]);
        expect((landscape([a + h, b]) - landscape([a - h, b])) / (2 * h)).toBeCloseTo(slope[0], 4);
        const H = hessianAt([a, b]);
        const up = slopeAt([a, b + h]);
        const down = slopeAt([a, b - h]);
        expect((up[0] - down[0]) / (2 * h)).toBeCloseTo(H[0][1], 4);
        expect((up[1] - down[1]) / (2 * h)).toBeCloseTo(H[1][1], 4);
      }),
    );
  });

  test("principal curvatures are the eigenvalues, and solve undoes times", () => {
    fc.assert(
      fc.property(angle, angle, (x, y) => {
        const H = hessianAt([x, y]);
        const pair = principals(H);
        const expected = eigvalsh(tensor(H)).toArray<number[]>();
        expect(pair[1].curvature).toBeCloseTo(expected[0]!, 8);
        expect(pair[0].curvature).toBeCloseTo(expected[1]!, 8);
        for (const { curvature, direction } of pair) {
          const [u, v] = times(H, direction);
          expect(u).toBeCloseTo(curvature * direction[0], 8);
          expect(v).toBeCloseTo(curvature * direction[1], 8);
        }
      }),
    );
    expect(
      solve(
        [
          [2, 1],
          [1, 3],
        ],
        times(
          [
            [2, 1],
            [1, 3],
          ],
          [4, -5],
        ),
      ),
    ).toEqual([4, -5]);
  });
});

describe("the figures", () => {
  test("arm: Newton steps reach the target; a stretched arm stays", () => {
    let params = initialParams(arm.controls);
    for (let k = 0; k < 8; k++) params = { ...params, ...arm.press!("step", params) };
    expect(arm.model(params).missing).toBeLessThan(0.02);
    const stretched = { ...params, elbow: 0 };
    expect(arm.press!("step", stretched)).toEqual({});
    expect(arm.describe(arm.model(stretched), stretched)).toContain("no turn moves the hand");
  });

  test("landscape: all kinds of places", () => {
    const said = (x: number, y: number) => {
      const params = { place: [[x, y] as Point] };
      return ground.describe(ground.model(params), params);
    };
    expect(said(1, 0)).toContain("a minimum");
    expect(said(-1, 0)).toContain("a maximum");
    expect(said(0, 1.73)).toContain("a saddle");
    expect(said(2, 2)).toContain("a slope");
  });
});
