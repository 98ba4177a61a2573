import type { SVGOptions } from "../chart";
import type { ChartSpec } from "../spec";
import { renderChart } from "./render-chart";

/** A chart as the text of an SVG file. Outside a page, where there is no document, linkedom stands in. */
export async function chartToSVG(spec: ChartSpec, options: SVGOptions): Promise<string> {
  const document = globalThis.document ?? (await emptyDocument());
  const svg = renderChart(spec, { ...options, document, target: "file" });
  // A page writes HTML by itself, in which a space that does not break is &nbsp;, no word of XML.
  return typeof XMLSerializer === "undefined"
    ? svg.outerHTML
    : new XMLSerializer().serializeToString(svg);
}

async function emptyDocument(): Promise<Document> {
  const { parseHTML } = await import("linkedom");
  return parseHTML("<!doctype html><html><body></body></html>").document;
}
