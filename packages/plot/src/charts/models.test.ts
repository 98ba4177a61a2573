import { readFileSync } from "node:fs";
import { ParameterError, RandomGenerator, ShapeError, ValueError } from "@gradus/core";
import { describe, expect, test } from "vitest";
import { dendrogramLayout } from "../numeric/dendrogram";
import { springLayout } from "../numeric/spring-layout";
import { decisionBoundaryPlot } from "./decision-boundary-plot";
import { dendrogramPlot } from "./dendrogram-plot";
import { networkPlot } from "./network-plot";
import { precisionRecallPlot, rocPlot } from "./rate-curves";
import { residualPlot } from "./residual-plot";
import { learningCurvePlot, validationCurvePlot } from "./score-curves";
import { silhouettePlot } from "./silhouette-plot";
import { treePlot } from "./tree-plot";

const { dendrograms } = JSON.parse(
  readFileSync(new URL("../../fixtures/statistics.json", import.meta.url), "utf8"),
) as {
  readonly dendrograms: readonly {
    readonly name: string;
    readonly linkage: number[][];
    readonly leaves: number[];
    readonly icoord: number[][];
    readonly dcoord: number[][];
  }[];
};

describe("rates", () => {
  const curve = { falsePositiveRate: [0, 0, 0.5, 1], truePositiveRate: [0, 0.5, 1, 1] };

  test("the area under a ROC curve is by trapezoids", () => {
    expect(rocPlot({ curves: { a: curve } }).spec.key).toEqual([
      { label: "a, area 0.875", color: "blue" },
    ]);
  });

  test("average precision is the same with recall rising or falling", () => {
    const rising = { recall: [0, 0.5, 1], precision: [1, 1, 0.6] };
    const falling = { recall: [1, 0.5, 0], precision: [0.6, 1, 1] };
    const of = (c: typeof rising) => precisionRecallPlot({ curves: { c } }).spec.layers;
    expect(of(rising)).toEqual(of(falling));
    expect(precisionRecallPlot({ curves: { rising }, prevalence: 0.3 }).spec.layers).toHaveLength(
      2,
    );
  });

  test("refuse what are no rates", () => {
    expect(() => rocPlot({ curves: {} })).toThrow(ParameterError);
    const short = { ...curve, truePositiveRate: [0, 1] };
    expect(() => rocPlot({ curves: { short } })).toThrow(ShapeError);
    const high = { ...curve, truePositiveRate: [0, 1, 2, 1] };
    expect(() => rocPlot({ curves: { high } })).toThrow(ValueError);
    const recall = { recall: [0, 1], precision: [1, 1] };
    expect(() => precisionRecallPlot({ curves: { recall }, prevalence: 2 })).toThrow(
      ParameterError,
    );
  });
});

describe("score curves", () => {
  const scores = {
    trainScores: [
      [0.9, 1],
      [0.8, 0.9],
    ],
    validationScores: [
      [0.5, 0.7],
      [0.8, 0.8],
    ],
  };

  test("have the means of the folds, and bands of their standard deviations", () => {
    const { layers } = learningCurvePlot({ trainSizes: [10, 20], ...scores }).spec;
    const line = layers.find((layer) => layer.label === "validation")!;
    expect(line.mark === "line" && line.y).toEqual([0.6, 0.8]);
    const band = layers[1]!;
    const y = band.mark === "shapes" ? band.shapes[0]!.rings[0]!.y : [];
    [0.7, 0.8, 0.8, 0.5].forEach((value, i) => {
      expect(y[i]).toBeCloseTo(value, 12);
    });
  });

  test("take scikit-learn's name for the left-out rows, and either name alone", () => {
    const { trainScores, validationScores } = scores;
    const both = { ...scores, testScores: validationScores } as never;
    for (const plot of [
      (given: object) => learningCurvePlot({ trainSizes: [10, 20], ...given } as never),
      (given: object) => validationCurvePlot({ values: [10, 20], ...given } as never),
    ]) {
      expect(plot({ trainScores, testScores: validationScores }).spec).toEqual(plot(scores).spec);
      expect(() => plot({ trainScores })).toThrow(ParameterError);
      expect(() => plot({ trainScores })).toThrow(
        "either testScores or validationScores must be given, got neither",
      );
      expect(() => plot(both)).toThrow("got both");
      expect(() => plot({ trainScores, testScores: [[1]] })).toThrow("rows in testScores");
    }
  });

  test("refuse scores that do not fit", () => {
    expect(() => learningCurvePlot({ trainSizes: [10], ...scores })).toThrow(ShapeError);
    const missing = { ...scores, trainScores: [[NaN], [1]] };
    expect(() => validationCurvePlot({ values: [1, 2], ...missing })).toThrow(ValueError);
    expect(() => validationCurvePlot({ values: [1, 2], ...scores, xScale: "x" as never })).toThrow(
      ParameterError,
    );
  });
});

test("residualPlot refuses different lengths and nothing to draw", () => {
  expect(residualPlot({ yTrue: [1, 2], yPred: [1, 3] }).description).toContain("mean −0.5");
  expect(() => residualPlot({ yTrue: [1], yPred: [1, 2] })).toThrow(ShapeError);
  expect(() => residualPlot({ yTrue: [NaN], yPred: [1] })).toThrow(ValueError);
});

test("decisionBoundaryPlot asks for a grid and for the points, and refuses what does not fit", () => {
  const points = { x: [0, 1], y: [0, 1], classes: ["a", "b"] };
  const sizes: number[] = [];
  const predict = (list: [number, number][]) => {
    sizes.push(list.length);
    return list.map(([x]) => (x > 0.5 ? "b" : "a"));
  };
  expect(decisionBoundaryPlot({ ...points, predict, gridSize: 5 }).description).toContain(
    "0 of them",
  );
  expect(sizes).toEqual([25, 2]);
  expect(() => decisionBoundaryPlot({ ...points, predict: () => ["a"] })).toThrow(ShapeError);
  expect(() => decisionBoundaryPlot({ ...points, x: [1], predict })).toThrow(ShapeError);
  expect(() => decisionBoundaryPlot({ ...points, x: [NaN, 1], predict })).toThrow(ValueError);
  expect(() => decisionBoundaryPlot({ ...points, predict, gridSize: 1 })).toThrow(ParameterError);
  const many = (list: [number, number][]) => list.map((_, i) => i % 9);
  expect(() => decisionBoundaryPlot({ ...points, predict: many })).toThrow(ParameterError);
});

test("silhouettePlot sorts each cluster, and refuses what are no coefficients", () => {
  const { layers, y } = silhouettePlot({ values: [0.1, 0.9, 0.5], clusters: [10, 9, 10] }).spec;
  expect(y.ticks!.text).toEqual(["9", "10"]);
  const second = layers[1]!;
  expect(second.mark === "shapes" && second.shapes[0]!.rings[0]!.x).toEqual([
    0, 0.5, 0.5, 0.1, 0.1, 0,
  ]);
  expect(() => silhouettePlot({ values: [0.1], clusters: [] })).toThrow(ShapeError);
  expect(() => silhouettePlot({ values: [], clusters: [] })).toThrow(ValueError);
  expect(() => silhouettePlot({ values: [1.5], clusters: ["a"] })).toThrow(ValueError);
});

describe("dendrogramPlot", () => {
  test.each(dendrograms)("stands as SciPy's: $name", ({ linkage, leaves, icoord, dcoord }) => {
    const layout = dendrogramLayout(linkage);
    expect(layout.leaves).toEqual(leaves);
    // SciPy puts leaves at 5, 15, 25, … and lists brackets in another order.
    const ours = layout.brackets.map(({ x, y }) => [...x.map((at) => 10 * at + 5), ...y].join());
    const theirs = icoord.map((x, i) => [...x, ...dcoord[i]!].join());
    expect(ours.sort()).toEqual(theirs.sort());
  });

  test("refuses merges that make no tree", () => {
    expect(() => dendrogramPlot({ linkage: [[0, 1, 2]] })).toThrow(ShapeError);
    expect(() => dendrogramPlot({ linkage: [[0, 1, 1, 2]], labels: ["a"] })).toThrow(ShapeError);
    expect(() => dendrogramPlot({ linkage: [[0, 0, 1, 2]] })).toThrow(ValueError);
    expect(() => dendrogramPlot({ linkage: [[0, 5, 1, 2]] })).toThrow(ValueError);
    expect(() => dendrogramPlot({ linkage: [[0, 1, -1, 2]] })).toThrow(ValueError);
  });
});

describe("treePlot", () => {
  test("boxes of one level do not touch", () => {
    const leaf = (label: string) => ({ label });
    const tree = {
      label: "a root whose words are much wider than its only child",
      children: [
        { label: "x", children: [leaf("a long word here"), leaf("b")] },
        { label: "also rather wide words for a node", children: [leaf("c")] },
        leaf("d"),
      ],
    };
    const boxes = treePlot({ tree }).spec.layers.flatMap((layer) =>
      layer.mark === "rects"
        ? layer.x1.map((x1, i) => ({ x1, x2: layer.x2[i]!, y: layer.y1[i]! }))
        : [],
    );
    for (const a of boxes) {
      for (const b of boxes) {
        if (a !== b && a.y === b.y && a.x1 <= b.x1) expect(b.x1 - a.x2).toBeGreaterThan(8);
      }
    }
    expect(boxes).toHaveLength(7);
  });

  test("refuses nodes without words, and colours that are not there", () => {
    expect(() => treePlot({ tree: { label: "" } })).toThrow(ValueError);
    expect(() => treePlot({ tree: { label: "a", color: "pink" as never } })).toThrow(
      ParameterError,
    );
  });
});

describe("networkPlot", () => {
  test("is the same for the same seed, and neighbours are near", () => {
    const edges = [
      ["a", "b"],
      ["c", "d"],
    ] as const;
    expect(networkPlot({ edges }).spec).toEqual(networkPlot({ edges }).spec);
    const { x, y } = springLayout(
      4,
      [
        [0, 1],
        [2, 3],
      ],
      new RandomGenerator(1),
    );
    const distance = (i: number, j: number) => Math.hypot(x[i]! - x[j]!, y[i]! - y[j]!);
    expect(distance(0, 1)).toBeLessThan(Math.min(distance(0, 2), distance(1, 3)));
  });

  test("takes a node by itself, and refuses none", () => {
    expect(networkPlot({ edges: [], nodes: ["a"] }).description).toContain("1 node and 0 edges");
    expect(() => networkPlot({ edges: [] })).toThrow(ValueError);
    expect(() => networkPlot({ edges: [], nodes: ["a"], groups: [] })).toThrow(ShapeError);
  });
});
