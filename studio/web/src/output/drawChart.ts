import { type ChartSpec, renderChart } from "@gradus/plot";

/** A chart's specification as an SVG element. In a file of its own: charts load only when one is shown. */
export function drawChart(
  spec: unknown,
  options: { readonly theme: "light" | "dark"; readonly width: number },
): Element {
  return renderChart(spec as ChartSpec, { document, ...options });
}
