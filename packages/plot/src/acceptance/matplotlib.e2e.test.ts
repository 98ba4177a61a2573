import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { describe, expect, test } from "vitest";
import { chromiumPath } from "../../../../tools/chromium";
import { sharedBrowser } from "../../../../tools/testing/browser";
import {
  barPlot,
  type Chart,
  contourPlot,
  facets,
  heatmap,
  histogram,
  linePlot,
  scatterPlot,
  surfacePlot,
} from "../index";
import { type Thumbnail, thumbnailOf } from "../testing/thumbnail";

const x = Array.from({ length: 40 }, (_, i) => i / 4);
const y = x.map((value) => Math.sin(value) + value / 5);
const names = { xLabel: "Time (s)", yLabel: "Height (m)" };
const values = Array.from({ length: 9 }, (_, i) =>
  Array.from({ length: 9 }, (_unused, j) => Math.exp(-((i - 4) ** 2 + (j - 3) ** 2) / 8)),
);
const at = Array.from({ length: 9 }, (_, i) => i);

/** Matplotlib's line, scatter, bar, hist, imshow, contour, 3-D surface and subplots. */
const charts: Readonly<Record<string, Chart>> = {
  line: linePlot({ x, y, ...names, title: "Line" }),
  scatter: scatterPlot({ x, y, ...names, title: "Scatter" }),
  bar: barPlot({ categories: ["ash", "oak", "elm"], values: [3, 7, 5], title: "Bar" }),
  hist: histogram({ x: y, bins: 8, title: "Histogram" }),
  imshow: heatmap({ values, numbers: false, title: "Image" }),
  contour: contourPlot({ x: at, y: at, z: values, title: "Contour" }),
  surface: surfacePlot({ x: at, y: at, z: values, title: "Surface" }),
  subplots: facets({ a: linePlot({ x, y }), b: scatterPlot({ x, y }) }, { title: "Subplots" }),
};

/** Made anew where UPDATE_PICTURES is set; look at the charts before you commit them. */
const file = fileURLToPath(new URL("../../fixtures/thumbnails.json", import.meta.url));

if (!chromiumPath) {
  console.log("eight kinds of charts: left out, since there is no chromium on this machine");
}

describe.skipIf(!chromiumPath)("charts in Node and in a browser", () => {
  test("roadmap DAT-003: eight kinds of charts as SVG, PNG and canvas, the same pictures as before in a fixed typeface, each with its text", async () => {
    const pictures: Record<string, Thumbnail> = {};
    for (const [name, chart] of Object.entries(charts)) {
      const svg = await chart.toSVG();
      expect(svg, name).toMatch(/^<svg[^>]* role="img"/);
      expect(svg).toContain(`<desc>${chart.description.slice(0, 12)}`);
      expect(chart.description.length, name).toBeGreaterThan(40);
      expect(chart.toText().length, name).toBeGreaterThan(40);
      pictures[name] = thumbnailOf(await chart.toPNG({ scale: 1 }), 10);
    }
    if (process.env.UPDATE_PICTURES) writeFileSync(file, `${JSON.stringify(pictures)}\n`);
    const before = JSON.parse(readFileSync(file, "utf8")) as typeof pictures;
    expect(Object.keys(before)).toEqual(Object.keys(charts));
    for (const [name, { grey, width }] of Object.entries(pictures)) {
      expect([width, grey.length], name).toEqual([before[name]!.width, before[name]!.grey.length]);
      // Of 255 levels; edges may be drawn a little otherwise on another processor.
      const off = grey.map((level, i) => Math.abs(level - before[name]!.grey[i]!));
      expect(Math.max(...off), name).toBeLessThanOrEqual(3);
    }

    for (const [name, { ink, size, png }] of Object.entries(await drawnInChromium())) {
      // Canvases have whole pixels.
      const height = Number(/ height="([\d.]+)"/.exec(await charts[name]!.toSVG())![1]);
      expect([size[0], Math.abs(size[1] - height) < 1], name).toEqual([640, true]);
      expect(ink, name).toBeGreaterThan(0.01);
      expect(png.slice(0, 4), name).toEqual([137, 80, 78, 71]);
    }
  });
});

interface Drawn {
  /** The share of pixels that are not of the ground's colour. */
  readonly ink: number;
  readonly size: readonly [number, number];
  readonly png: readonly number[];
}

/** The same charts on canvases and as PNG files of a page. */
async function drawnInChromium(): Promise<Record<string, Drawn>> {
  const bundle = await build({
    stdin: {
      contents: `import { Chart } from "./index"; globalThis.Chart = Chart;`,
      resolveDir: fileURLToPath(new URL("..", import.meta.url)),
      loader: "ts",
    },
    bundle: true,
    format: "iife",
    conditions: ["gradus-source"],
    external: ["linkedom"],
    write: false,
    logLevel: "error",
  });
  const page = await (await sharedBrowser()).newPage();
  try {
    await page.setContent("<!doctype html><body></body>");
    await page.addScriptTag({ content: bundle.outputFiles[0]!.text });
    const specs = Object.entries(charts).map(([name, { spec }]) => [name, spec] as const);
    return await page.evaluate(async (list) => {
      const { Chart: Made } = globalThis as unknown as { Chart: typeof Chart };
      const drawn: Record<string, Drawn> = {};
      for (const [name, spec] of list) {
        const chart = new Made(spec);
        const canvas = await chart.toCanvas({ scale: 1 });
        const { width, height } = canvas;
        const { data } = canvas.getContext("2d")!.getImageData(0, 0, width, height);
        let ink = 0;
        for (let i = 0; i < data.length; i += 4) if (data[i] !== data[0]) ink++;
        const png = Array.from(await chart.toPNG({ scale: 1 }));
        drawn[name] = { ink: ink / (width * height), size: [width, height], png };
      }
      return drawn;
    }, specs);
  } finally {
    await page.close();
  }
}
