import type { ChartSpec, PanelsSpec } from "../spec";
import { drawFrame } from "./draw-frame";
import { chartMargins, type Margins } from "./frame";
import { element } from "./svg";
import { FONT_FAMILY, textWidth } from "./text";
import type { Paint } from "./theme";

const TITLE_SIZE = 12.5;
const TITLE_HEIGHT = 20;

interface Place {
  readonly spec: ChartSpec;
  readonly row: number;
  readonly column: number;
}

/**
 * Draws charts beside each other from `top` on. Frames of one column share their left and right ends, those of one
 * row their top and bottom.
 */
export function drawPanels(
  panels: PanelsSpec,
  size: { readonly width: number; readonly height: number; readonly top: number },
  paint: Paint,
  document: Document,
): SVGSVGElement {
  const svg = element(document, "svg", {
    class: "gradus-chart",
    width: size.width,
    height: size.height,
    viewBox: `0 0 ${size.width} ${size.height}`,
    fill: "currentColor",
    "text-anchor": "middle",
    style: `font-family:${FONT_FAMILY.replaceAll('"', "'")};font-size:12px;max-width:100%;height:auto;overflow:visible`,
  }) as SVGSVGElement;
  const places = panels.rows.flatMap((charts, row) =>
    charts.flatMap((spec, column) => (spec ? [{ spec, row, column }] : [])),
  );
  const nColumns = Math.max(...panels.rows.map((row) => row.length));
  const gap = panels.gap ?? 16;
  const widths = panels.widths ?? new Array<number>(nColumns).fill(1);
  const heights = panels.heights ?? new Array<number>(panels.rows.length).fill(1);
  const guess = size.width / nColumns;
  const margins = sharedMargins(places, guess);
  const columns = bands(
    widths,
    margins.map((row) => row.map((m) => m.marginLeft + m.marginRight)).at(0) ?? [],
    size.width - gap * (nColumns - 1),
    gap,
  );
  const rows = bands(
    heights,
    margins.map((row) => row[0]!.marginTop + row[0]!.marginBottom),
    size.height - size.top - gap * (heights.length - 1),
    gap,
  );
  for (const { spec, row, column } of places) {
    const frame = {
      ...margins[row]![column]!,
      width: columns[column]!.size,
      height: rows[row]!.size,
    };
    // Panels that share an axis must have it at the same places, with points or without.
    const inset = {
      x: spec.x.domain || spec.x.zero ? 0 : 4,
      y: spec.y.domain || spec.y.zero ? 0 : 4,
    };
    const inner = drawFrame(spec, frame, paint, document, inset);
    if (spec.title) inner.append(panelTitle(spec.title, frame, paint, document));
    const [x, y] = [columns[column]!.start, size.top + rows[row]!.start];
    svg.append(asGroup(inner, x, y, document));
  }
  return svg;
}

/** For each place the margins of its row and column: the widest that any chart there needs. */
function sharedMargins(places: readonly Place[], width: number): Margins[][] {
  const nRows = Math.max(...places.map(({ row }) => row)) + 1;
  const nColumns = Math.max(...places.map(({ column }) => column)) + 1;
  const own = places.map((place) => {
    const margins = chartMargins(place.spec, width);
    const title = place.spec.title ? TITLE_HEIGHT : 0;
    return { ...place, ...margins, marginTop: margins.marginTop + title };
  });
  const widest = (name: keyof Margins, among: (place: Place) => boolean) =>
    Math.max(0, ...own.filter(among).map((place) => place[name]));
  return Array.from({ length: nRows }, (_, row) =>
    Array.from({ length: nColumns }, (_, column) => ({
      marginLeft: widest("marginLeft", (place) => place.column === column),
      marginRight: widest("marginRight", (place) => place.column === column),
      marginTop: widest("marginTop", (place) => place.row === row),
      marginBottom: widest("marginBottom", (place) => place.row === row),
    })),
  );
}

/** Shares a length so that what margins leave is in the given proportions. */
function bands(
  shares: readonly number[],
  margins: readonly number[],
  length: number,
  gap: number,
): { readonly start: number; readonly size: number }[] {
  const free = length - margins.reduce((sum, margin) => sum + margin, 0);
  const total = shares.reduce((sum, share) => sum + share, 0);
  let start = 0;
  return shares.map((share, i) => {
    const size = (margins[i] ?? 0) + Math.max(4, (free * share) / total);
    const band = { start, size };
    start += size + gap;
    return band;
  });
}

/** A panel's own title, above the left end of its frame, and over the whole panel if it is long. */
function panelTitle(
  title: string,
  { marginLeft, marginRight, width }: Margins & { readonly width: number },
  paint: Paint,
  document: Document,
): SVGElement {
  const room = width - marginLeft - marginRight;
  const x = textWidth(title, TITLE_SIZE) > room ? Math.min(marginLeft, 4) : marginLeft;
  const style = { "font-size": TITLE_SIZE, "font-weight": 600, fill: paint.ink };
  return element(document, "text", { x, y: 13, "text-anchor": "start", ...style }, title);
}

/** The picture as a group: styles of the page for whole pictures would stretch one inside another. */
function asGroup(svg: SVGSVGElement, x: number, y: number, document: Document): SVGElement {
  const group = element(document, "g", { transform: `translate(${x.toFixed(2)},${y.toFixed(2)})` });
  for (const child of [...svg.children]) {
    if (child.tagName.toLowerCase() !== "style") group.append(child);
  }
  return group;
}
