import { describe, expect, test } from "vitest";
import { contourBands } from "./contours";
import { createScale } from "./scale";

/** A bowl z = x² + y² on a grid around 0. */
function bowl(n: number) {
  const side = Array.from({ length: n }, (_, i) => -2 + (4 * i) / (n - 1));
  const z = side.map((y) => side.map((x) => x * x + y * y));
  return { kind: "contour" as const, x: side, y: side, z, levels: [1, 2.25] };
}

const x = createScale({ label: "", domain: [-2, 2] }, [0, 400]);
const y = createScale({ label: "", domain: [-2, 2] }, [400, 0]);

function innerRing(path: string): [number, number][] {
  const rings = path.split("Z").filter(Boolean);
  const points = rings.map((ring) =>
    ring
      .slice(1)
      .split("L")
      .map((point) => point.split(",").map(Number) as [number, number]),
  );
  return points.find((ring) => ring.every(([px]) => px > 1 && px < 399)) ?? [];
}

describe("contourBands", () => {
  test("the level curve of a bowl is a circle about its bottom", () => {
    const [first, second] = contourBands(bowl(61), x, y);
    for (const [band, radius] of [
      [first, 100],
      [second, 150],
    ] as const) {
      const ring = innerRing(band!.path);
      expect(ring.length).toBeGreaterThan(20);
      for (const [px, py] of ring) expect(Math.hypot(px - 200, py - 200)).toBeCloseTo(radius, -0.3);
    }
  });

  test("a surface below all levels has no band", () => {
    const flat = { ...bowl(5), levels: [100] };
    expect(contourBands(flat, x, y)[0]?.path).toBe("");
  });
});
