import type { SVGOptions } from "../chart";
import type { ChartSpec } from "../spec";
import { renderChart } from "./render-chart";

/** A chart as the text of an SVG file. Outside a page, where there is no document, linkedom stands in. */
export async function chartToSVG(spec: ChartSpec, options: SVGOptions): Promise<string> {
  const document = globalThis.document ?? (await emptyDocument());
  const svg = renderChart(spec, { ...options, document, target: "file" });
  return svg.outerHTML;
}

async function emptyDocument(): Promise<Document> {
  const { parseHTML } = await import("linkedom");
  return parseHTML("<!doctype html><html><body></body></html>").document;
}
