import type { Mark } from "@gradus/course-kit";
import type { PanelLayout } from "../layout";
import { textOf } from "../roles";

interface TextMarkProps {
  readonly mark: Extract<Mark, { kind: "text" }>;
  readonly layout: PanelLayout;
}

export function TextMark({ mark, layout: { x, y } }: TextMarkProps) {
  return (
    <text
      className="mark-label"
      x={x(mark.at[0])}
      y={y(mark.at[1])}
      dy="0.35em"
      textAnchor={mark.anchor ?? "start"}
      fill={textOf(mark.role)}
    >
      {mark.text}
    </text>
  );
}
