import { ParameterError } from "@gradus/core";
import { expect, test } from "vitest";
import fixture from "../../fixtures/seaborn.json";
import {
  boxPlot,
  type CellsLayer,
  type Chart,
  countPlot,
  facets,
  heatmap,
  kdePlot,
  type Layer,
  pairPlot,
  regPlot,
  scatterPlot,
  violinPlot,
} from "../index";

/** Equal to 1e-6 of the number, or of 1 where it is smaller. */
function near(got: readonly number[], want: readonly number[]): void {
  expect(got).toHaveLength(want.length);
  for (const [i, value] of want.entries()) {
    const off = Math.abs(got[i]! - value);
    expect(off, `${i}: ${got[i]}, ${value}`).toBeLessThanOrEqual(
      1e-6 * Math.max(1, Math.abs(value)),
    );
  }
}

/** The layers of one kind. */
function layers<M extends Layer["mark"]>(chart: Chart, mark: M): Extract<Layer, { mark: M }>[] {
  return chart.spec.layers.filter((layer) => layer.mark === mark) as Extract<Layer, { mark: M }>[];
}

const everyTenth = (_: unknown, i: number) => i % 10 === 0;
const points = (panel: { readonly layers: readonly Layer[] } | null) => {
  const found = panel?.layers.find((layer) => layer.mark === "points");
  return found?.mark === "points" ? { x: [...found.x], y: [...found.y] } : { x: [], y: [] };
};

test("roadmap DAT-004: pair plots, heat maps, boxes, violins, densities, regressions, counts and facets hold what seaborn 0.12 draws, to 1e-6", () => {
  expect(fixture.versions.seaborn).toMatch(/^0\.12\./);
  const groups: Readonly<Record<string, number[]>> = fixture.groups;

  const boxes = boxPlot({ groups });
  const box = layers(boxes, "rects")[0]!;
  const [ends, medians] = layers(boxes, "segments");
  const n = fixture.boxes.length;
  near(
    box.y1,
    fixture.boxes.map((b) => b.q1),
  );
  near(
    box.y2,
    fixture.boxes.map((b) => b.q3),
  );
  near(
    ends!.y1.slice(0, n),
    fixture.boxes.map((b) => b.whiskers[0]!),
  );
  near(
    ends!.y2.slice(n, 2 * n),
    fixture.boxes.map((b) => b.whiskers[1]!),
  );
  near(
    medians!.y1,
    fixture.boxes.map((b) => b.median),
  );
  near(
    layers(boxes, "points")[0]!.y,
    fixture.boxes.flatMap((b) => b.outliers),
  );

  for (const { name, bandwidth, x, density } of fixture.densities) {
    const curve = kdePlot({ x: groups[name]!, bandwidth: bandwidth as "scott" });
    const [line] = layers(curve, "line");
    near(line!.x.filter(everyTenth), x);
    near(line!.y.filter(everyTenth), density);
  }

  for (const { name, y, share } of fixture.violins) {
    const [shape] = layers(violinPlot({ groups: { [name]: groups[name]! } }), "shapes");
    const { x: sides, y: heights } = shape!.shapes[0]!.rings[0]!;
    const half = sides.slice(0, 200);
    near(heights.slice(0, 200).filter(everyTenth), y);
    near(half.map((side) => side / Math.max(...half)).filter(everyTenth), share);
  }

  for (const c of fixture.regressions) {
    const { x, y, confidence, nBoot, seed } = c;
    const chart = regPlot({ x, y, confidence, nBoot, seed, band: "bootstrap" });
    const [line] = layers(chart, "line");
    near(line!.x, [c.at[0]!, c.at.at(-1)!]);
    near(line!.y, [c.line[0]!, c.line.at(-1)!]);
    const ring = layers(chart, "shapes")[0]!.shapes[0]!.rings[0]!;
    near(ring.x.slice(0, 100), c.at);
    near(ring.y.slice(0, 100), c.high);
    near([...ring.y.slice(100)].reverse(), c.low);
  }

  const counts = countPlot({ x: fixture.names, order: "first" });
  expect(counts.spec.x.ticks?.text).toEqual(Object.keys(fixture.counts));
  near(layers(counts, "rects")[0]!.y2, Object.values(fixture.counts));

  const cells = heatmap({ values: fixture.matrix }).spec.layers.find((l) => l.mark === "cells");
  near((cells as CellsLayer).values, fixture.cells);

  const { u, v, k } = fixture.frame;
  const kinds = [...new Set(k)];
  const of = (list: readonly number[], kind: string) => list.filter((_, i) => k[i] === kind);
  const parts = kinds.map((kind) => [kind, scatterPlot({ x: of(u, kind), y: of(v, kind) })]);
  const grid = facets(Object.fromEntries(parts)).spec.panels!.rows.flat();
  expect(grid).toHaveLength(fixture.facets.length);
  for (const [i, { title, x, y }] of fixture.facets.entries()) {
    expect(`k = ${grid[i]!.title}`).toBe(title);
    expect(points(grid[i]!)).toEqual({ x, y });
  }

  const pairs = pairPlot({ columns: { u, v } }).spec.panels!.rows;
  expect([pairs.length, pairs[0]!.length]).toEqual(fixture.pair.panels);
  expect(points(pairs[1]![0]!)).toEqual({ x: fixture.pair.x, y: fixture.pair.y });
});

test("a bootstrap band leaves out resamples without a line, and refuses what cannot be", () => {
  const few = { x: [0, 1, 2], y: [1, 3, 4], band: "bootstrap" } as const;
  const [ring] = layers(regPlot({ ...few, nBoot: 200 }), "shapes")[0]!.shapes[0]!.rings;
  expect(ring!.y.every(Number.isFinite)).toBe(true);
  expect(() => regPlot({ ...few, nBoot: 1 })).toThrow(ParameterError);
  expect(() => regPlot({ ...few, seed: -1 })).toThrow(ParameterError);
  expect(() => regPlot({ ...few, band: "wide" as never })).toThrow(ParameterError);
});
