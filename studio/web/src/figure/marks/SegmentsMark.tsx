import { fillOf } from "../roles";
import type { MarkProps } from "./MarkView";

export function SegmentsMark({ mark, layout: { x, y }, clip }: MarkProps<"segments">) {
  const { segments, width = 1.5, dash = false, role = "error" } = mark;
  const path = segments
    .map(([[x0, y0], [x1, y1]]) => `M${x(x0)},${y(y0)}L${x(x1)},${y(y1)}`)
    .join("");
  return (
    <path
      d={path}
      clipPath={clip}
      fill="none"
      stroke={fillOf(role)}
      strokeWidth={width}
      {...(dash && { strokeDasharray: "4 3" })}
    />
  );
}
