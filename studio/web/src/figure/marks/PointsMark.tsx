import { fillOf, textOf } from "../roles";
import type { MarkProps } from "./MarkView";

export function PointsMark({ mark, layout: { x, y }, clip }: MarkProps<"points">) {
  const { points, radius = 3.5, role = "data", label } = mark;
  const last = points.at(-1);
  return (
    <g>
      <g clipPath={clip} fill={fillOf(role)}>
        {points.map(([px, py], i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: points are told apart by their place only
          <circle key={i} cx={x(px)} cy={y(py)} r={radius} fillOpacity={0.85} />
        ))}
      </g>
      {label && last && (
        <text
          className="mark-label"
          x={x(last[0]) + radius + 6}
          y={y(last[1])}
          dy="0.35em"
          fill={textOf(role)}
        >
          {label}
        </text>
      )}
    </g>
  );
}
