import type { Mark } from "@gradus/course-kit";
import type { PanelLayout } from "../layout";
import { fillOf, textOf } from "../roles";
import { boxWidth } from "./boxWidth";

interface NodesMarkProps {
  readonly mark: Extract<Mark, { kind: "nodes" }>;
  readonly layout: PanelLayout;
}

/** Boxes as wide as their names, with a line above and one below. */
export function NodesMark({ mark, layout: { x, y } }: NodesMarkProps) {
  return (
    <g textAnchor="middle">
      {mark.nodes.map(({ at, text, role = "muted", above, below }, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a node is its place in the list
        <g key={i} transform={`translate(${x(at[0])},${y(at[1])})`}>
          <rect
            className="node-box"
            x={-boxWidth(text) / 2}
            y={-12}
            width={boxWidth(text)}
            height={24}
            rx={4}
            stroke={fillOf(role)}
          />
          <text className="node-name" dy="0.35em">
            {text}
          </text>
          {above && (
            <text className="mark-label" y={-17} fill={textOf(above.role)}>
              {above.text}
            </text>
          )}
          {below && (
            <text className="mark-label" y={25} fill={textOf(below.role)}>
              {below.text}
            </text>
          )}
        </g>
      ))}
    </g>
  );
}
