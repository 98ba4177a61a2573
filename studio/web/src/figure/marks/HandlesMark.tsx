import type { Mark, Panel, Point } from "@gradus/course-kit";
import type { PanelLayout } from "../layout";
import { removePoint } from "../move";
import { Handle } from "./Handle";

interface HandlesMarkProps {
  readonly mark: Extract<Mark, { kind: "handles" }>;
  readonly panel: Panel;
  readonly layout: PanelLayout;
  readonly onMove: (param: string, index: number, to: Point) => void;
  readonly onPoints: (param: string, points: readonly Point[]) => void;
}

/** Points that the learner takes hold of. */
export function HandlesMark({ mark, panel, layout, onMove, onPoints }: HandlesMarkProps) {
  return (
    <g>
      {mark.points.map((point, i) => (
        <Handle
          // biome-ignore lint/suspicious/noArrayIndexKey: a handle is its place among the points
          key={i}
          mark={mark}
          panel={panel}
          layout={layout}
          point={point}
          name={mark.names?.[i] ?? `Point ${i + 1}`}
          onMove={(to) => onMove(mark.param, i, to)}
          {...(mark.grows && { onRemove: () => onPoints(mark.param, removePoint(mark, i)) })}
        />
      ))}
    </g>
  );
}
