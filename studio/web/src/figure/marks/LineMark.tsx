import type { Point } from "@gradus/course-kit";
import type { PanelLayout } from "../layout";
import { fillOf, textOf } from "../roles";
import type { MarkProps } from "./MarkView";

export function LineMark({ mark, layout, clip }: MarkProps<"line">) {
  const { points, width = 2, dash = false, role = "model", label } = mark;
  const { x, y } = layout;
  const place = label ? labelPlace(points, layout) : undefined;
  return (
    <g>
      <polyline
        clipPath={clip}
        points={points.map(([px, py]) => `${x(px)},${y(py)}`).join(" ")}
        fill="none"
        stroke={fillOf(role)}
        strokeWidth={width}
        strokeLinejoin="round"
        {...(dash && { strokeDasharray: "5 4" })}
      />
      {place && (
        <text className="mark-label" x={place[0]} y={place[1]} textAnchor="end" fill={textOf(role)}>
          {label}
        </text>
      )}
    </g>
  );
}

/** Above the line's last end that can be seen, within the panel. */
function labelPlace(points: readonly Point[], layout: PanelLayout): [number, number] | undefined {
  const { x, y, left, right, top, bottom } = layout;
  for (let i = points.length - 1; i > 0; i--) {
    const end = clipEnd(points[i - 1]!, points[i]!, layout);
    if (!end) continue;
    const px = Math.min(Math.max(x(end[0]), left + 80), right);
    const py = Math.min(Math.max(y(end[1]) - 10, top + 12), bottom - 8);
    return [px, py];
  }
  return undefined;
}

/** The last point of a segment that lies in the panel. */
function clipEnd([x0, y0]: Point, [x1, y1]: Point, { x, y }: PanelLayout): Point | undefined {
  for (let step = 0; step <= 24; step++) {
    const t = 1 - step / 24;
    const px = x0 + t * (x1 - x0);
    const py = y0 + t * (y1 - y0);
    const inside = px >= x.domain[0] && px <= x.domain[1] && py >= y.domain[0] && py <= y.domain[1];
    if (inside) return [px, py];
  }
  return undefined;
}
