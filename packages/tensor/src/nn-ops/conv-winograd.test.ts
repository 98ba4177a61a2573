import { RandomGenerator } from "@gradus/core";
import { expect, test } from "vitest";
import { conv2d, randn, tensor } from "../index";

// Filters of 3×3 over 16 channels and more in float32: by fewer products. In float64 the same is computed directly.

const random = new RandomGenerator(21);
const normal = (...shape: number[]) => randn(shape, { random, dtype: "float32" });

const shapes = [
  { name: "even", x: [3, 16, 16, 16], w: [16, 16, 3, 3], padding: 1 },
  { name: "odd, without padding", x: [5, 17, 15, 21], w: [19, 17, 3, 3], padding: 0 },
  { name: "as wide as its runs", x: [9, 16, 10, 10], w: [16, 16, 3, 3], padding: 0 },
  { name: "much padding", x: [2, 18, 13, 12], w: [21, 18, 3, 3], padding: [3, 2] },
  { name: "one image in many blocks", x: [1, 20, 61, 35], w: [16, 20, 3, 3], padding: 1 },
  { name: "groups", x: [6, 48, 11, 9], w: [51, 16, 3, 3], padding: 1, groups: 3 },
  { name: "small images", x: [40, 16, 4, 3], w: [18, 16, 3, 3], padding: 1 },
];

for (const { name, x: shapeX, w: shapeW, ...options } of shapes) {
  test(`float32 is float64 up to its rounding: ${name}`, () => {
    const [x, w, b] = [normal(...shapeX), normal(...shapeW), normal(shapeW[0]!)];
    const run = (dtype: "float32" | "float64") => {
      const [X, W, B] = [x, w, b].map((t) => tensor(t, { dtype, requiresGrad: true }));
      const y = conv2d(X!, W!, { bias: B!, ...options });
      const values = y.detach();
      y.square().sum().backward();
      return [values, X!.grad!, W!.grad!, B!.grad!];
    };
    const exact = run("float64");
    for (const [i, ours] of run("float32").entries()) {
      expect(ours.shape).toEqual(exact[i]!.shape);
      const largest = exact[i]!.abs().max().item();
      expect(ours.sub(exact[i]!).abs().max().item()).toBeLessThan(2e-6 * largest);
    }
  });
}

test("every output depends on the inputs under its filter alone", () => {
  const x = normal(1, 16, 30, 30);
  const w = normal(16, 16, 3, 3);
  const before = conv2d(x, w, { padding: 1 });
  const values = x.data();
  values[7 * 30 + 11] = 1e8; // channel 0, row 7, column 11
  const after = conv2d(tensor(values, { shape: x.shape }), w, { padding: 1 });
  const expected = Uint8Array.from({ length: after.size }, (_, i) => {
    const row = Math.floor(i / 30) % 30;
    return Math.abs(row - 7) > 1 || Math.abs((i % 30) - 11) > 1 ? 1 : 0;
  });
  expect(after.equal(before).data()).toEqual(expected);
});

test("infinities and overflow come out as directly computed", () => {
  const x = normal(2, 16, 20, 20);
  const values = x.data();
  values[5 * 20 + 5] = Infinity;
  values[16 * 400 + 3] = Number.NaN;
  const w = normal(16, 16, 3, 3);
  const ours = conv2d(tensor(values, { shape: x.shape }), w, { padding: 1 }).data();
  const exact = conv2d(tensor(values, { shape: x.shape, dtype: "float64" }), w.astype("float64"), {
    padding: 1,
  }).data();
  const wrong = ours.findIndex((value, i) =>
    Number.isFinite(exact[i]!)
      ? !(Math.abs(value - exact[i]!) < 1e-4)
      : !Object.is(value, exact[i]),
  );
  expect(wrong).toBe(-1);
  // 2e38 + 2e38 is too much for float32, yet each filter sees one of them only.
  const large = new Float32Array(16 * 400);
  large[8 * 20 + 8] = large[8 * 20 + 10] = 2e38;
  const only = new Float32Array(16 * 16 * 9);
  only[0] = 1;
  const y = conv2d(
    tensor(large, { shape: [1, 16, 20, 20] }),
    tensor(only, { shape: [16, 16, 3, 3] }),
  );
  expect(y.max().item()).toBe(Math.fround(2e38));
});
