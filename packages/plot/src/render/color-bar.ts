import { roundStep } from "../numeric/round-step";
import type { ColorScaleSpec } from "../spec";
import { LABEL_SIZE } from "./axes";
import { COLOR_BAR } from "./frame";
import { element } from "./svg";
import { textWidth } from "./text";
import type { Paint } from "./theme";
import { tickFormat } from "./ticks";

const STEPS = 48;

/** A bar of the colours of a scale right of the frame, with round numbers beside it and its name above. */
export function drawColorBar(
  svg: SVGSVGElement,
  colors: ColorScaleSpec,
  paint: Paint,
  frame: { readonly right: number; readonly top: number; readonly bottom: number },
): void {
  const document = svg.ownerDocument;
  const group = element(document, "g", { "font-size": LABEL_SIZE, fill: paint.muted });
  const x = frame.right + COLOR_BAR.gap;
  const step = (frame.bottom - frame.top) / STEPS;
  for (let i = 0; i < STEPS; i++) {
    const fill = paint.scale(colors.type, (i + 0.5) / STEPS);
    const y = frame.bottom - (i + 1) * step;
    group.append(
      element(document, "rect", { x, y, width: COLOR_BAR.width, height: step + 0.3, fill }),
    );
  }
  const [low, high] = colors.domain;
  const format = tickFormat(colors.domain);
  const place = { x: x + COLOR_BAR.width + 6, dy: "0.35em", "text-anchor": "start" };
  const ticks = roundStep((high - low) / 4);
  for (let i = Math.ceil(low / ticks - 1e-9); i * ticks <= high + 1e-9 * ticks; i++) {
    const value = Number((i * ticks).toPrecision(12));
    const y = frame.bottom - ((value - low) / (high - low)) * (frame.bottom - frame.top);
    group.append(element(document, "text", { ...place, y }, format(value)));
  }
  const width = COLOR_BAR.width + 6 + textWidth(format(high), LABEL_SIZE);
  const label = { x: x + width, y: frame.top - 16, "text-anchor": "end", fill: paint.ink };
  group.append(element(document, "text", { ...label, "font-weight": 500 }, colors.label!));
  svg.append(group);
}
