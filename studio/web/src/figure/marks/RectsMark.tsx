import { fillOf } from "../roles";
import type { MarkProps } from "./MarkView";

export function RectsMark({ mark, layout: { x, y }, clip }: MarkProps<"rects">) {
  const { rects, opacity = 0.18, role = "error" } = mark;
  return (
    <g clipPath={clip} fill={fillOf(role)} stroke={fillOf(role)}>
      {rects.map(([[x0, y0], [x1, y1]], i) => (
        <rect
          // biome-ignore lint/suspicious/noArrayIndexKey: rectangles are told apart by their place only
          key={i}
          x={Math.min(x(x0), x(x1))}
          y={Math.min(y(y0), y(y1))}
          width={Math.abs(x(x1) - x(x0))}
          height={Math.abs(y(y1) - y(y0))}
          fillOpacity={opacity}
          strokeOpacity={0.6}
        />
      ))}
    </g>
  );
}
