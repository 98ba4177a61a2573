import { fillOf } from "../roles";
import type { MarkProps } from "./MarkView";

export function PolygonMark({ mark, layout: { x, y }, clip }: MarkProps<"polygon">) {
  const { points, opacity = 0.18, role = "error" } = mark;
  return (
    <polygon
      clipPath={clip}
      points={points.map(([px, py]) => `${x(px)},${y(py)}`).join(" ")}
      fill={fillOf(role)}
      fillOpacity={opacity}
      stroke={fillOf(role)}
      strokeOpacity={0.6}
      strokeLinejoin="round"
    />
  );
}
