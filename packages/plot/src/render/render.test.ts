import { ParameterError } from "@gradus/core";
import { parseHTML } from "linkedom";
import { describe, expect, test } from "vitest";
import { barPlot } from "../charts/bar-plot";
import { histogram } from "../charts/histogram";
import { linePlot } from "../charts/line-plot";
import { overlay } from "../charts/overlay";
import { scatterPlot } from "../charts/scatter-plot";
import { CHART_COLORS } from "../spec";
import { renderChart } from "./render-chart";
import { wrapText } from "./text";
import { chartThemeCSS } from "./theme";
import { thinLine, thinPoints } from "./thin";
import { logTickFormat, tickFormat } from "./ticks";

const { document } = parseHTML("<!doctype html><html><body></body></html>");
const chart = overlay(
  scatterPlot({ x: [1, 2, 3], y: [2, 4, 5], xLabel: "Hours", yLabel: "Score", title: "A < B" }),
  linePlot({ x: [1, 3], y: [2, 5], label: "fit" }),
);

describe("renderChart", () => {
  const svg = renderChart(chart.spec, { document, width: 480 });

  test("makes an image with a title and a description", () => {
    expect(svg.getAttribute("role")).toBe("img");
    expect(svg.getAttribute("width")).toBe("480");
    expect(svg.children[0]!.tagName.toLowerCase()).toBe("title");
    expect(svg.children[0]!.textContent).toBe("A < B");
    expect(svg.children[1]!.textContent).toBe(chart.description);
  });

  test("draws every point, and writes the name of the line at its end", () => {
    expect(svg.querySelectorAll("circle")).toHaveLength(3);
    const words = [...svg.querySelectorAll("text")].map((text) => text.textContent);
    expect(words).toContain("fit");
    expect(words).toContain("Hours →");
    expect(words).toContain("↑ Score");
  });

  test("a page can change the colours; a file has them in it, on a ground", async () => {
    expect(svg.outerHTML).toContain("var(--gradus-chart-blue, #0072b2)");
    const light = await chart.toSVG();
    expect(light).toMatch(/^<svg[^>]* xmlns="http:\/\/www.w3.org\/2000\/svg"/);
    expect(light).not.toContain("var(");
    expect(light).toContain("#fdfdfb");
    expect(light).toContain("A &lt; B");
    const dark = await chart.toSVG({ theme: "dark", width: 300, height: 200 });
    expect(dark).toContain("#14171a");
    expect(dark).toContain('height="200"');
    expect(chartThemeCSS("dark")).toContain("--gradus-chart-ground: #14171a;");
  });

  test("draws bars, one point, one value and log scales", () => {
    const charts = [
      histogram({ x: [1, 2, 2, 3] }),
      scatterPlot({ x: [0], y: [0] }),
      linePlot({ y: [5] }),
      linePlot({ x: [1, 10, 100], y: [1, 1e-3, 1e-9], xScale: "log", yScale: "log" }),
    ];
    for (const { spec } of charts) {
      expect(renderChart(spec, { document }).outerHTML).not.toMatch(/NaN|undefined|Infinity/);
    }
  });

  test("bars that begin below the axis end at the frame", () => {
    const bars = barPlot({ categories: ["a", "b"], values: [3, 2], yDomain: [1, 4] });
    const cut = renderChart(bars.spec, { document, width: 480 });
    const frame = cut.querySelector("svg")!;
    expect(frame.querySelectorAll("rect")).toHaveLength(2);
    const [, top, , height] = frame.getAttribute("viewBox")!.split(" ").map(Number);
    expect(top! + height!).toBeLessThan(Number(cut.getAttribute("height")));
    const whole = barPlot({ categories: ["a", "b"], values: [3, 2], yDomain: [0, 4] });
    expect(renderChart(whole.spec, { document, width: 480 }).querySelector("svg")).toBeNull();
    const counts = histogram({ x: [1, 2, 2, 3], xDomain: [2, 3] });
    const { outerHTML } = renderChart(counts.spec, { document, width: 480 });
    expect(outerHTML).toContain("clip-path");
  });

  test("names that would cover each other are moved apart", () => {
    const lines = linePlot({ series: { a: [1, 2], b: [1, 2.01], c: [1, 1.99] } });
    const labels = [...renderChart(lines.spec, { document }).querySelectorAll("text")].filter((t) =>
      /^[abc]$/.test(t.textContent ?? ""),
    );
    const ys = labels.map((label) => Number(label.getAttribute("y"))).sort((a, b) => a - b);
    expect(ys[1]! - ys[0]!).toBeGreaterThanOrEqual(15);
    expect(ys[2]! - ys[1]!).toBeGreaterThanOrEqual(15);
  });

  test("is the same picture as before", async () => {
    await expect(await chart.toSVG()).toMatchFileSnapshot("../../fixtures/overlay.svg");
  });

  test("refuses sizes and themes that cannot be", async () => {
    expect(() => renderChart(chart.spec, { document, width: 0 })).toThrow(ParameterError);
    expect(() => renderChart(chart.spec, { document, height: NaN })).toThrow(ParameterError);
    await expect(chart.toSVG({ theme: "sepia" as never })).rejects.toThrow(ParameterError);
  });
});

describe("colours", () => {
  test.each(["light", "dark"] as const)("stand out from the %s ground", (theme) => {
    const colors = new Map(
      [...chartThemeCSS(theme).matchAll(/--gradus-chart-([\w-]+): (#\w+);/g)].map((m) => [
        m[1]!,
        m[2]!,
      ]),
    );
    const ground = luminance(colors.get("ground")!);
    const contrast = (color: string) => {
      const other = luminance(colors.get(color)!);
      return (Math.max(ground, other) + 0.05) / (Math.min(ground, other) + 0.05);
    };
    // WCAG 2: 4.5 for words. Marks need 3 beside their words; Okabe and Ito's lightest have less on white.
    for (const name of ["ink", "muted", ...CHART_COLORS.map((color) => `${color}-text`)]) {
      expect(contrast(name), name).toBeGreaterThanOrEqual(4.5);
    }
    for (const name of ["blue", "vermillion", "green"]) {
      expect(contrast(name), name).toBeGreaterThanOrEqual(3);
    }
  });
});

/** Relative luminance as WCAG 2 defines it. */
function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((i) => {
    const value = Number.parseInt(hex.slice(i, i + 2), 16) / 255;
    return value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}

describe("the numbers along an axis", () => {
  test.each([
    [[1870, 2010], 1950, "1950"],
    [[0, 800_000], 200_000, "200,000"],
    [[0, 4e6], 1.5e6, "1.5 m"],
    [[-3e9, 0], -2e9, "\u22122 bn"],
    [[0, 0.006], 0.002, "0.002"],
    [[0, 1], 0.25, "0.25"],
    [[0, 1e-6], 5e-7, "5·10⁻⁷"],
    [[-1, 1], -0, "0"],
  ] as const)("between %j, %d is %s", (domain, value, text) => {
    expect(tickFormat(domain)(value)).toBe(text);
  });

  test("powers of ten on a log scale", () => {
    expect([0.0001, 0.01, 1, 1000, 1e6].map(logTickFormat)).toEqual([
      "10⁻⁴",
      "0.01",
      "1",
      "1,000",
      "10⁶",
    ]);
  });
});

describe("many points", () => {
  const n = 100_000;
  const x = Array.from({ length: n }, (_, i) => i);
  const y = x.map((i) => (i === 54_321 ? 1e6 : Math.sin(i / 1000)));

  test("a line is drawn with fewer, and keeps its ends and its spike", () => {
    const thin = thinLine({ x, y });
    expect(thin.x.length).toBeLessThanOrEqual(4000);
    expect([thin.x[0], thin.x.at(-1), Math.max(...thin.y)]).toEqual([0, n - 1, 1e6]);
    expect(thin.x).toEqual([...thin.x].sort((a, b) => a - b));
  });

  test("a cloud is drawn with 8,000", () => {
    expect(thinPoints({ x, y }).x).toHaveLength(8000);
  });
});

test("a long title goes over several lines", () => {
  expect(wrapText("one two three four", 15, 80)).toEqual(["one two", "three four"]);
});
