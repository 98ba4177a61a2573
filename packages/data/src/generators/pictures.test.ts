import { ParameterError } from "@gradus/core";
import { describe, expect, test } from "vitest";
import { makeScenes, makeShapeImages, makeStrokeDigits } from "../index";
import { INSIDE, SHAPES } from "./shape-kinds";

test("every shape lies in the unit circle, and no two are alike", () => {
  const steps = Array.from({ length: 101 }, (_, i) => (i - 50) / 40);
  const drawings = SHAPES.map((shape) => {
    const cells = steps.flatMap((v) => steps.map((u) => INSIDE[shape](u, v)));
    const outside = steps.flatMap((v) =>
      steps.filter((u) => INSIDE[shape](u, v) && u * u + v * v > 1.01),
    );
    expect(outside, shape).toEqual([]);
    expect(cells.filter(Boolean).length / cells.length, shape).toBeGreaterThan(0.08);
    return cells.join();
  });
  expect(new Set(drawings).size).toBe(10);
});

describe("makeShapeImages and makeStrokeDigits", () => {
  test.each([
    ["makeShapeImages", makeShapeImages, [3, 32, 32]],
    ["makeStrokeDigits", makeStrokeDigits, [28, 28]],
  ] as const)("%s: shapes, balance, seeds", (_name, make, shape) => {
    const { images, labels, classes } = make({ nSamples: 40, seed: 3 });
    expect([images.shape, images.dtype]).toEqual([[40, ...shape], "uint8"]);
    expect([labels.dtype, classes.length]).toEqual(["int32", 10]);
    const counts = classes.map((_, k) => labels.data().filter((label) => label === k).length);
    expect(counts).toEqual(new Array(10).fill(4));
    expect(
      images
        .sub(make({ nSamples: 40, seed: 3 }).images)
        .abs()
        .max()
        .item(),
    ).toBe(0);
    expect(
      images
        .equal(make({ nSamples: 40, seed: 4 }).images)
        .all()
        .item(),
    ).toBe(0);
    expect(() => make({ nSamples: 0 })).toThrow(ParameterError);
    expect(() => make({ noise: -1 })).toThrow(ParameterError);
    expect(() => make({ seed: -1 })).toThrow(ParameterError);
  });

  test("makeShapeImages refuses pictures too small to show a shape", () => {
    expect(() => makeShapeImages({ size: 7 })).toThrow(ParameterError);
  });

  test("the mean picture of each stroke digit is nearest to pictures of that digit", () => {
    const { images, labels } = makeStrokeDigits({ nSamples: 400, noise: 10 });
    const flat = images.reshape([400, 784]).astype("float64");
    const data = flat.toArray() as number[][];
    const kinds = labels.toArray() as number[];
    const means = Array.from({ length: 10 }, (_, k) => {
      const rows = data.slice(0, 200).filter((_, i) => kinds[i] === k);
      return rows[0]!.map((_, j) => rows.reduce((sum, row) => sum + row[j]!, 0) / rows.length);
    });
    const right = data.slice(200).filter((row, i) => {
      const distances = means.map((mean) =>
        mean.reduce((sum, m, j) => sum + (m - row[j]!) ** 2, 0),
      );
      return distances.indexOf(Math.min(...distances)) === kinds[200 + i];
    });
    expect(right.length).toBeGreaterThan(140);
  });
});

describe("makeScenes", () => {
  const scenes = makeScenes({ nSamples: 30, noise: 0, seed: 1 });

  test("boxes fit the pixels of their objects exactly", () => {
    const instances = scenes.instances.toArray() as number[][][];
    const masks = scenes.masks.toArray() as number[][][];
    scenes.objects.forEach((objects, i) => {
      expect(objects.length).toBeGreaterThanOrEqual(1);
      expect(objects.length).toBeLessThanOrEqual(4);
      objects.forEach(({ label, box: [xMin, yMin, xMax, yMax] }, k) => {
        const own: [number, number][] = [];
        instances[i]!.forEach((row, y) => {
          row.forEach((value, x) => {
            if (value === k + 1) own.push([x, y]);
          });
        });
        const [xs, ys] = [own.map(([x]) => x), own.map(([, y]) => y)];
        expect([Math.min(...xs), Math.min(...ys)]).toEqual([xMin, yMin]);
        expect([Math.max(...xs) + 1, Math.max(...ys) + 1]).toEqual([xMax, yMax]);
        expect(own.every(([x, y]) => masks[i]![y]![x] === label + 1)).toBe(true);
      });
      const isMarked = masks[i]!.flat().map((value) => value > 0);
      expect(instances[i]!.flat().map((value) => value > 0)).toEqual(isMarked);
    });
  });

  test("a fixed number of shapes, chosen kinds, the same for the same seed", () => {
    const options = { nSamples: 8, minShapes: 3, maxShapes: 3, shapes: ["ring", "bar"] } as const;
    const { objects, classes } = makeScenes(options);
    expect(objects.map((list) => list.length)).toEqual(new Array(8).fill(3));
    expect(classes).toEqual(["ring", "bar"]);
    expect(new Set(objects.flat().map(({ label }) => label))).toEqual(new Set([0, 1]));
    expect(makeScenes(options).objects).toEqual(objects);
    const empty = makeScenes({ nSamples: 1, minShapes: 0, maxShapes: 0 });
    expect([empty.objects, empty.masks.max().item()]).toEqual([[[]], 0]);
  });

  test("refuses what cannot be", () => {
    expect(() => makeScenes({ nSamples: 0 })).toThrow(ParameterError);
    expect(() => makeScenes({ size: 10 })).toThrow(ParameterError);
    expect(() => makeScenes({ minShapes: 3, maxShapes: 2 })).toThrow(ParameterError);
    expect(() => makeScenes({ shapes: [] })).toThrow(ParameterError);
    expect(() => makeScenes({ shapes: ["heart" as "disc"] })).toThrow(/got heart/);
    expect(() => makeScenes({ noise: -1 })).toThrow(ParameterError);
    expect(() => makeScenes({ seed: 0.5 })).toThrow(ParameterError);
  });
});
