import { ParameterError, ShapeError, ValueError } from "@gradus/core";
import { describe, expect, test } from "vitest";
import type { CellsLayer, ShapesLayer, TextsLayer } from "../spec";
import { confusionMatrixPlot } from "./confusion-matrix-plot";
import { contourPlot } from "./contour-plot";
import { heatmap } from "./heatmap";
import { imageGrid } from "./image-grid";
import { surfacePlot } from "./surface-plot";

describe("heatmap", () => {
  test("takes nested arrays, typed rows and tensors of two dimensions", () => {
    const tensor = { shape: [2, 2], data: () => Float64Array.of(1, 2, 3, 4) };
    for (const values of [
      [
        [1, 2],
        [3, 4],
      ],
      [Float32Array.of(1, 2), [3, 4]],
      tensor,
    ]) {
      expect((heatmap({ values }).spec.layers[0] as CellsLayer).values).toEqual([1, 2, 3, 4]);
    }
  });

  test("numbers on both sides of 0 diverge from it, evenly", () => {
    const { colors } = heatmap({ values: [[-1, 3]] }).spec.layers[0] as CellsLayer;
    expect(colors).toMatchObject({ type: "diverging", domain: [-3, 3] });
    const one = heatmap({ values: [[1, 3]] }).spec.layers[0] as CellsLayer;
    expect(one.colors).toMatchObject({ type: "sequential", domain: [1, 3] });
  });

  test("writes numbers while they have room, with as many decimals as they need", () => {
    const texts = (values: number[][], decimals?: number) =>
      (
        heatmap({ values, ...(decimals === undefined ? {} : { decimals }) }).spec.layers[1] as
          | TextsLayer
          | undefined
      )?.text;
    expect(texts([[1, 20]])).toEqual(["1", "20"]);
    expect(texts([[-0.001, 0.5]])).toEqual(["0.00", "0.50"]);
    expect(texts([[0.123, NaN]], 1)).toEqual(["0.1"]);
    expect(texts(Array.from({ length: 13 }, () => new Array<number>(13).fill(1)))).toBeUndefined();
  });

  test("says which number is missing", () => {
    expect(heatmap({ values: [[1, NaN]] }).description).toContain("1 value that is missing");
  });

  test("refuses what is no matrix of numbers", () => {
    expect(() => heatmap({ values: [[1, 2], [3]] })).toThrow(
      new ShapeError("heatmap: expected rows of 2 numbers in values, got 1 in row 1"),
    );
    expect(() => heatmap({ values: { shape: [2], data: () => [1, 2] } })).toThrow(ShapeError);
    expect(() => heatmap({ values: [[1]], rows: ["a", "b"] })).toThrow(ShapeError);
    expect(() => heatmap({ values: [] })).toThrow(ValueError);
    expect(() => heatmap({ values: 3 as never })).toThrow(ValueError);
    expect(() => heatmap({ values: [[NaN]] })).toThrow(ValueError);
    expect(() => heatmap({ values: [[1]], domain: [2, 1] })).toThrow(ParameterError);
    expect(() => heatmap({ values: [[1]], decimals: -1 })).toThrow(ParameterError);
    expect(() => heatmap({ values: [[1]], colors: "rainbow" as never })).toThrow(ParameterError);
  });
});

describe("confusionMatrixPlot", () => {
  test("colours by the share of the true class; a class without cases has none", () => {
    const { layers } = confusionMatrixPlot({
      counts: [
        [8, 2],
        [0, 0],
      ],
    }).spec;
    expect((layers[0] as CellsLayer).values).toEqual([0.8, 0.2, 0, 0]);
    expect((layers[1] as TextsLayer).text[0]).toBe("8\n80\u00a0%");
    const counts = confusionMatrixPlot({
      counts: [
        [8, 2],
        [0, 0],
      ],
      shares: "none",
    }).spec.layers;
    expect((counts[0] as CellsLayer).values).toEqual([8, 2, 0, 0]);
  });

  test("refuses what counts no cases", () => {
    expect(() => confusionMatrixPlot({ counts: [[1, 2]] })).toThrow(ShapeError);
    expect(() => confusionMatrixPlot({ counts: [[1]], classes: ["a", "b"] })).toThrow(ShapeError);
    expect(() => confusionMatrixPlot({ counts: [[0]] })).toThrow(ValueError);
    expect(() => confusionMatrixPlot({ counts: [[-1]] })).toThrow(ValueError);
    expect(() => confusionMatrixPlot({ counts: [[1]], shares: "x" as never })).toThrow(
      ParameterError,
    );
  });
});

const unit = { xDomain: [0, 1], yDomain: [0, 1] } as const;

describe("contourPlot", () => {
  test("has a shape for each height, and one for what lies below", () => {
    const chart = contourPlot({ f: (x, y) => x + y, ...unit, levels: [0.5, 1], gridSize: 5 });
    const bands = chart.spec.layers[0] as ShapesLayer;
    expect(bands.values).toEqual([0.25, 0.75, 1.5]);
    expect(bands.shapes).toHaveLength(3);
    expect(chart.description).toContain("Contours at 2 heights from 0.5 to 1.");
  });

  test("takes values on a grid, and leaves out what is not finite", () => {
    const chart = contourPlot({
      x: [0, 1, 3],
      y: [0, 2],
      z: [
        [0, 1, 2],
        [1, NaN, 3],
      ],
    });
    expect(chart.spec.x.domain).toEqual([0, 3]);
    expect(chart.description).toContain("1 value that is missing");
  });

  test("refuses what is no grid", () => {
    const f = (x: number) => x;
    const z = [
      [1, 2],
      [3, 4],
    ];
    expect(() => contourPlot({ x: [0, 1, 2], y: [0, 1], z })).toThrow(ShapeError);
    expect(() => contourPlot({ x: [1, 0], y: [0, 1], z })).toThrow(ValueError);
    expect(() => contourPlot({ f: () => NaN, ...unit })).toThrow(ValueError);
    expect(() => contourPlot({ f, ...unit, xDomain: [1, 1] })).toThrow(ParameterError);
    expect(() => contourPlot({ f, ...unit, levels: 0 })).toThrow(ParameterError);
    expect(() => contourPlot({ f, ...unit, gridSize: 1 })).toThrow(ParameterError);
  });
});

describe("surfacePlot", () => {
  test("draws the farthest patch first, each with its mean height", () => {
    const { layers } = surfacePlot({
      x: [0, 1, 2],
      y: [0, 1],
      z: [
        [0, 1, 2],
        [0, 1, 2],
      ],
    }).spec;
    const patches = layers.find((layer) => layer.mark === "shapes")!;
    expect(patches.values).toEqual([1.5, 0.5]);
  });

  test("leaves out patches with a missing corner", () => {
    const chart = surfacePlot({
      x: [0, 1, 2],
      y: [0, 1],
      z: [
        [0, 1, NaN],
        [0, 1, 2],
      ],
    });
    expect(chart.spec.layers.find((layer) => layer.mark === "shapes")!.shapes).toHaveLength(1);
    expect(chart.description).toContain("1 value that is missing");
  });

  test("refuses angles from which nothing is seen", () => {
    const f = (x: number, y: number) => x * y;
    expect(() => surfacePlot({ f, ...unit, elevation: 90 })).toThrow(ParameterError);
    expect(() => surfacePlot({ f, ...unit, azimuth: -10 })).toThrow(ParameterError);
    expect(() => surfacePlot({ f, ...unit, gridSize: 1 })).toThrow(ParameterError);
  });
});

describe("imageGrid", () => {
  const image = [
    [0, 1],
    [2, 3],
  ];

  test("puts images in rows, with one scale of grays for all", () => {
    const { panels } = imageGrid({
      images: [
        image,
        [
          [5, 5],
          [5, 9],
        ],
        image,
      ],
      columns: 2,
    }).spec;
    expect(panels!.rows.map((row) => row.length)).toEqual([2, 1]);
    const cells = panels!.rows[0]![0]!.layers[0] as CellsLayer;
    expect(cells.colors).toEqual({ type: "gray", domain: [0, 9] });
  });

  test("takes a tensor of images", () => {
    const tensor = { shape: [2, 1, 2], data: () => Float32Array.of(1, 2, 3, 4) };
    const { panels } = imageGrid({ images: tensor }).spec;
    expect((panels!.rows[0]![1]!.layers[0] as CellsLayer).values).toEqual([3, 4]);
  });

  test("refuses no images, other shapes and labels that do not fit", () => {
    expect(() => imageGrid({ images: [] })).toThrow(ValueError);
    expect(() => imageGrid({ images: [[[NaN]]] })).toThrow(ValueError);
    expect(() => imageGrid({ images: { shape: [1, 1], data: () => [1] } })).toThrow(ShapeError);
    expect(() => imageGrid({ images: [image], labels: [] })).toThrow(ShapeError);
    expect(() => imageGrid({ images: [image], columns: 0 })).toThrow(ParameterError);
  });
});
