import type { Panel, Point } from "@gradus/course-kit";
import { type KeyboardEvent, type MouseEvent, useId } from "react";
import { Axes } from "./Axes";
import { layoutPanel } from "./layout";
import { MarkView } from "./marks/MarkView";
import { addPoint } from "./move";

interface PanelViewProps {
  readonly panel: Panel;
  readonly width: number;
  readonly onMove: (param: string, index: number, to: Point) => void;
  readonly onPoints: (param: string, points: readonly Point[]) => void;
}

/** One coordinate system, drawn. */
export function PanelView({ panel, width, onMove, onPoints }: PanelViewProps) {
  const clip = useId();
  const layout = layoutPanel(panel, width);
  const handles = panel.marks.filter((mark) => mark.kind === "handles");
  const movable = handles.length > 0;
  const growing = handles.find(({ grows }) => grows);

  function draw({ currentTarget, target, clientX, clientY }: MouseEvent<SVGSVGElement>) {
    if (!growing || (target as Element).closest(".handle")) return;
    const box = currentTarget.getBoundingClientRect();
    const at: Point = [layout.x.invert(clientX - box.left), layout.y.invert(clientY - box.top)];
    onPoints(growing.param, addPoint(growing, layout, at));
  }

  function key(event: KeyboardEvent) {
    if (!growing || event.key !== "Enter") return;
    event.preventDefault();
    const middle: Point = [mean(layout.x.domain), mean(layout.y.domain)];
    onPoints(growing.param, addPoint(growing, layout, middle));
  }

  return (
    <div className="panel" style={{ width }}>
      <p className="panel-title" aria-hidden="true">
        {panel.title}
      </p>
      <svg
        className={growing ? "panel-growing" : undefined}
        width={width}
        height={layout.height}
        viewBox={`0 0 ${width} ${layout.height}`}
        role={movable ? "group" : "img"}
        aria-label={labelOf(panel)}
        onClick={growing && draw}
        onKeyDown={growing && key}
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
            onPoints={onPoints}
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

function mean([low, high]: readonly [number, number]): number {
  return (low + high) / 2;
}
