import { type ChartSpec, renderChart } from "@gradus/plot";

/**
 * A chart's specification as an SVG element. In a file of its own: charts load only when one is shown.
 *
 * The element that it is put in carries the description. The names of marks inside, such as "dot", say nothing
 * more, and stand on elements that may not have names, so they are taken off.
 */
export function drawChart(
  spec: unknown,
  options: { readonly theme: "light" | "dark"; readonly width: number },
): Element {
  const svg = renderChart(spec as ChartSpec, { document, ...options });
  for (const named of svg.querySelectorAll("[aria-label]")) named.removeAttribute("aria-label");
  return svg;
}
