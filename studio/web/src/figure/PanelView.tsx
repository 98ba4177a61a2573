import type { Panel, Point } from "@gradus/course-kit";
import { useId } from "react";
import { Axes } from "./Axes";
import { layoutPanel } from "./layout";
import { MarkView } from "./marks/MarkView";

interface PanelViewProps {
  readonly panel: Panel;
  readonly width: number;
  readonly onMove: (param: string, index: number, to: Point) => void;
}

/** One coordinate system, drawn. */
export function PanelView({ panel, width, onMove }: PanelViewProps) {
  const clip = useId();
  const layout = layoutPanel(panel, width);
  const movable = panel.marks.some(({ kind }) => kind === "handles");
  return (
    <div className="panel" style={{ width }}>
      <p className="panel-title" aria-hidden="true">
        {panel.title}
      </p>
      <svg
        width={width}
        height={layout.height}
        viewBox={`0 0 ${width} ${layout.height}`}
        role={movable ? "group" : "img"}
        aria-label={labelOf(panel)}
      >
        <clipPath id={clip}>
          <rect
            x={layout.left}
            y={layout.top}
            width={layout.right - layout.left}
            height={layout.bottom - layout.top}
          />
        </clipPath>
        <Axes panel={panel} layout={layout} />
        {panel.marks.map((mark, i) => (
          <MarkView
            // biome-ignore lint/suspicious/noArrayIndexKey: a figure draws the same marks in the same order
            key={i}
            mark={mark}
            panel={panel}
            layout={layout}
            clip={`url(#${clip})`}
            onMove={onMove}
          />
        ))}
      </svg>
    </div>
  );
}

/** What a panel is called: with its axes, where it shows both. */
function labelOf({ title, x, y }: Panel): string {
  return x.hidden || y.hidden ? title : `${title}: ${y.label} over ${x.label}`;
}
