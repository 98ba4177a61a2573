import { ParameterError, ShapeError } from "@gradus/core";
import type { Tensor } from "@gradus/tensor";
import { describe, expect, test } from "vitest";
import {
  makeBlobs,
  makeCircles,
  makeClassification,
  makeMoons,
  makeRegression,
  makeSwissRoll,
} from "../index";

const rows = (X: Tensor) => X.toArray() as number[][];
const labels = (y: Tensor) => y.toArray() as number[];
const mean = (values: readonly number[]) => values.reduce((sum, x) => sum + x, 0) / values.length;
const std = (values: readonly number[]) => {
  const centre = mean(values);
  return Math.sqrt(mean(values.map((x) => (x - centre) ** 2)));
};

const MAKERS: Readonly<Record<string, (seed: number) => { readonly X: Tensor }>> = {
  makeBlobs: (seed) => makeBlobs({ seed }),
  makeCircles: (seed) => makeCircles({ seed, noise: 0.1 }),
  makeClassification: (seed) => makeClassification({ seed }),
  makeMoons: (seed) => makeMoons({ seed, noise: 0.1 }),
  makeRegression: (seed) => makeRegression({ seed }),
  makeSwissRoll: (seed) => makeSwissRoll({ seed }),
};

describe.each(Object.entries(MAKERS))("%s", (_name, make) => {
  test("the same seed makes the same points, another seed others", () => {
    expect(make(3).X.toArray()).toEqual(make(3).X.toArray());
    expect(make(3).X.toArray()).not.toEqual(make(4).X.toArray());
    expect(make(3).X.shape[0]).toBe(100);
  });

  test("refuses a seed that is none", () => {
    expect(() => make(-1)).toThrow(ParameterError);
    expect(() => make(0.5)).toThrow(ParameterError);
  });
});

describe("makeBlobs", () => {
  test("each blob has its centre, its deviation and its share", () => {
    const { X, y, centers } = makeBlobs({
      nSamples: 3001,
      centers: [
        [0, 5],
        [-4, 1],
      ],
      clusterStd: [0.5, 2],
      seed: 2,
    });
    expect(centers.toArray()).toEqual([
      [0, 5],
      [-4, 1],
    ]);
    for (const [k, size, spread] of [
      [0, 1501, 0.5],
      [1, 1500, 2],
    ] as const) {
      const kinds = labels(y);
      const blob = rows(X).filter((_, i) => kinds[i] === k);
      expect(blob).toHaveLength(size);
      for (const j of [0, 1]) {
        const values = blob.map((row) => row[j]!);
        // Five standard errors.
        expect(Math.abs(mean(values) - rows(centers)[k]![j]!)).toBeLessThan((5 * spread) / 38.7);
        expect(Math.abs(std(values) / spread - 1)).toBeLessThan(5 / Math.sqrt(2 * 1500));
      }
    }
  });

  test("draws centres in the box, and keeps the order if asked to", () => {
    const { y, centers } = makeBlobs({
      centers: 7,
      centerBox: [2, 3],
      nFeatures: 4,
      shuffle: false,
    });
    expect(centers.shape).toEqual([7, 4]);
    expect([centers.min().item() >= 2, centers.max().item() <= 3]).toEqual([true, true]);
    expect(labels(y)).toEqual([...labels(y)].sort());
  });

  test("refuses what cannot be", () => {
    expect(() => makeBlobs({ nSamples: 0 })).toThrow(ParameterError);
    expect(() => makeBlobs({ centerBox: [1, 0] })).toThrow(ParameterError);
    expect(() => makeBlobs({ clusterStd: -1 })).toThrow(ParameterError);
    expect(() => makeBlobs({ clusterStd: [1, 2] })).toThrow(ShapeError);
    expect(() => makeBlobs({ centers: [[1], [1, 2]] })).toThrow(ShapeError);
    expect(() => makeBlobs({ centers: [] })).toThrow(ShapeError);
  });
});

describe("makeMoons and makeCircles", () => {
  test("without noise every point lies on its curve", () => {
    const moons = makeMoons({ nSamples: 101 });
    rows(moons.X).forEach(([x, y], i) => {
      const radius = labels(moons.y)[i] === 0 ? Math.hypot(x!, y!) : Math.hypot(x! - 1, y! - 0.5);
      expect(radius).toBeCloseTo(1, 12);
      expect(labels(moons.y)[i] === 0 ? y! >= 0 : y! <= 0.5 + 1e-12).toBe(true);
    });
    const circles = makeCircles({ nSamples: 101, factor: 0.3 });
    rows(circles.X).forEach(([x, y], i) => {
      expect(Math.hypot(x!, y!)).toBeCloseTo(labels(circles.y)[i] === 0 ? 1 : 0.3, 12);
    });
    expect(labels(moons.y).filter((label) => label === 0)).toHaveLength(50);
    expect(labels(circles.y).filter((label) => label === 1)).toHaveLength(51);
  });

  test("the noise has its standard deviation", () => {
    const clean = makeMoons({ nSamples: 4000, shuffle: false });
    const noisy = makeMoons({ nSamples: 4000, shuffle: false, noise: 0.2 });
    const difference = noisy.X.sub(clean.X).flatten().toArray() as number[];
    expect(Math.abs(std(difference) / 0.2 - 1)).toBeLessThan(5 / Math.sqrt(2 * 8000));
  });

  test("refuse what cannot be", () => {
    expect(() => makeMoons({ nSamples: 1 })).toThrow(ParameterError);
    expect(() => makeMoons({ noise: -0.1 })).toThrow(ParameterError);
    expect(() => makeCircles({ nSamples: 1 })).toThrow(ParameterError);
    expect(() => makeCircles({ factor: 2 })).toThrow(ParameterError);
    expect(() => makeCircles({ noise: Number.NaN })).toThrow(ParameterError);
  });
});

describe("makeSwissRoll", () => {
  test("covers the sheet evenly, with or without the hole", () => {
    for (const hole of [false, true]) {
      const { X, t } = makeSwissRoll({ nSamples: 4500, hole });
      const along = labels(t).map((value) => value / Math.PI - 1.5);
      const across = rows(X).map((row) => row[1]! / 7);
      expect(Math.min(...along, ...across)).toBeGreaterThanOrEqual(0);
      expect(Math.max(...along, ...across)).toBeLessThanOrEqual(3);
      const middle = along.filter((a, i) => Math.floor(a) === 1 && Math.floor(across[i]!) === 1);
      // A ninth of 4,500 within five standard deviations, or none.
      expect(Math.abs(middle.length - (hole ? 0 : 500))).toBeLessThanOrEqual(hole ? 0 : 106);
    }
  });

  test("refuses what cannot be", () => {
    expect(() => makeSwissRoll({ nSamples: 0 })).toThrow(ParameterError);
    expect(() => makeSwissRoll({ noise: -1 })).toThrow(ParameterError);
  });
});

describe("makeRegression", () => {
  test("y is the linear function of its coefficients, and noise is what is left", () => {
    const { X, y, coef } = makeRegression({
      nSamples: 2000,
      nFeatures: 12,
      nInformative: 4,
      bias: 3,
      noise: 2,
    });
    const residuals = labels(y.sub(X.matmul(coef)).sub(3));
    expect(Math.abs(mean(residuals))).toBeLessThan((5 * 2) / Math.sqrt(2000));
    expect(Math.abs(std(residuals) / 2 - 1)).toBeLessThan(5 / Math.sqrt(4000));
    expect(labels(coef).filter((value) => value !== 0)).toHaveLength(4);
    expect([coef.min().item() >= 0, coef.max().item() <= 100]).toEqual([true, true]);
    expect(Math.abs(std(labels(X.flatten())) - 1)).toBeLessThan(5 / Math.sqrt(2 * 24000));
  });

  test("without shuffling the first features are the informative ones", () => {
    const { coef } = makeRegression({ nFeatures: 5, nInformative: 2, shuffle: false });
    expect(labels(coef).map((value) => value > 0)).toEqual([true, true, false, false, false]);
  });

  test("refuses what cannot be", () => {
    expect(() => makeRegression({ nSamples: 0 })).toThrow(ParameterError);
    expect(() => makeRegression({ nFeatures: 0 })).toThrow(ParameterError);
    expect(() => makeRegression({ nInformative: -1 })).toThrow(ParameterError);
    expect(() => makeRegression({ noise: -1 })).toThrow(ParameterError);
    expect(() => makeRegression({ bias: Number.NaN })).toThrow(ParameterError);
  });
});

describe("makeClassification", () => {
  test("clusters lie around corners of the cube; redundant features follow, noise does not", () => {
    const { X, y, roles } = makeClassification({
      nSamples: 4000,
      nFeatures: 8,
      nInformative: 3,
      nRedundant: 2,
      nRepeated: 1,
      nClasses: 2,
      nClustersPerClass: 1,
      classSep: 5,
      flipY: 0,
      shuffle: false,
      seed: 5,
    });
    expect(roles.filter((role) => role === "noise")).toHaveLength(2);
    for (const k of [0, 1]) {
      const kinds = labels(y);
      const points = rows(X).filter((_, i) => kinds[i] === k);
      for (let j = 0; j < 3; j++) {
        expect(Math.abs(Math.abs(mean(points.map((row) => row[j]!))) - 5)).toBeLessThan(0.25);
      }
      for (let j = 6; j < 8; j++) {
        expect(Math.abs(mean(points.map((row) => row[j]!)))).toBeLessThan(5 / Math.sqrt(2000));
      }
    }
    // The repeated feature equals one before it.
    const table = rows(X);
    expect([0, 1, 2, 3, 4].filter((j) => table.every((row) => row[5] === row[j]))).toHaveLength(1);
  });

  test("weights give the classes' shares, flipY changes about its share of them", () => {
    const share = (flipY: number) =>
      makeClassification({ nSamples: 5000, weights: [0.9, 0.1], flipY })
        .y.mean()
        .item();
    expect(share(0)).toBe(0.1);
    // Half of the flipped ones land in each class: 0.1 · 0.8 + 0.2 · 0.5.
    expect(Math.abs(share(0.2) - 0.18)).toBeLessThan(5 * Math.sqrt((0.18 * 0.82) / 5000));
  });

  test("shift and scale move every feature", () => {
    const plain = makeClassification({ shuffle: false, flipY: 0 }).X;
    const moved = makeClassification({ shuffle: false, flipY: 0, shift: 2, scale: 3 }).X;
    expect(moved.sub(plain.add(2).mul(3)).abs().max().item()).toBeLessThan(1e-12);
  });

  test("refuses what cannot be", () => {
    expect(() => makeClassification({ nFeatures: 3 })).toThrow(/at least the 4/);
    expect(() => makeClassification({ nClasses: 3 })).toThrow(/4 corners/);
    expect(() => makeClassification({ weights: [0.5, 0.6] })).toThrow(ParameterError);
    expect(() => makeClassification({ weights: [1] })).toThrow(ParameterError);
    expect(() => makeClassification({ flipY: 2 })).toThrow(ParameterError);
    expect(() => makeClassification({ classSep: 0 })).toThrow(ParameterError);
    expect(() => makeClassification({ nSamples: 0 })).toThrow(ParameterError);
  });
});
