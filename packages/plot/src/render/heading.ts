import type { ChartSpec } from "../spec";
import { element } from "./svg";
import { textWidth, wrapText } from "./text";
import type { Paint } from "./theme";

const TITLE = { size: 15, lineHeight: 20, weight: "600" };
const SUBTITLE = { size: 12.5, lineHeight: 17, weight: "400" };
const LEFT = 8;

interface HeadingLine {
  readonly text: string;
  readonly y: number;
  readonly style: typeof TITLE;
}

/** How much room title and subtitle take above the chart. */
export function headingHeight(spec: ChartSpec, width: number): number {
  const keyed = keyWords(spec, width).at(-1);
  if (keyed) return keyed.y + 8;
  const last = headingLines(spec, width).at(-1);
  return last ? last.y + 10 : 0;
}

/** Writes title and subtitle above the chart, from its left edge on. */
export function drawHeading(
  svg: SVGSVGElement,
  spec: ChartSpec,
  width: number,
  paint: Paint,
): void {
  for (const { text, y, style } of headingLines(spec, width)) {
    const line = svg.ownerDocument.createElementNS("http://www.w3.org/2000/svg", "text");
    line.textContent = text;
    line.setAttribute("x", String(LEFT));
    line.setAttribute("text-anchor", "start");
    line.setAttribute("y", String(y));
    line.setAttribute("font-size", String(style.size));
    line.setAttribute("font-weight", style.weight);
    line.setAttribute("fill", style === TITLE ? paint.ink : paint.muted);
    svg.append(line);
  }
  for (const { x, y, label, color } of keyWords(spec, width)) {
    const document = svg.ownerDocument;
    const { mark, text } = paint.series(color);
    svg.append(
      element(document, "circle", { cx: x + 5, cy: y - 4, r: 4.5, fill: mark }),
      element(
        document,
        "text",
        {
          x: x + KEY.dot,
          y,
          "text-anchor": "start",
          "font-size": KEY.size,
          "font-weight": 600,
          fill: text,
        },
        label,
      ),
    );
  }
}

const KEY = { size: 12, lineHeight: 18, dot: 14, gap: 16 };

/** The words that say what colours mean, each with its place in pixels. */
function keyWords(spec: ChartSpec, width: number) {
  const top = headingLines(spec, width).at(-1)?.y ?? 0;
  let [x, y] = [LEFT, top + KEY.lineHeight];
  return (spec.key ?? []).map(({ label, color }) => {
    const size = KEY.dot + textWidth(label, KEY.size);
    if (x > LEFT && x + size > width - LEFT) [x, y] = [LEFT, y + KEY.lineHeight];
    const word = { x, y, label, color };
    x += size + KEY.gap;
    return word;
  });
}

function headingLines({ title, subtitle }: ChartSpec, width: number): HeadingLine[] {
  const lines: HeadingLine[] = [];
  let y = 2;
  for (const [text, style] of [
    [title, TITLE],
    [subtitle, SUBTITLE],
  ] as const) {
    if (!text) continue;
    for (const line of wrapText(text, style.size, width - 2 * LEFT)) {
      y += style.lineHeight;
      lines.push({ text: line, y, style });
    }
  }
  return lines;
}
