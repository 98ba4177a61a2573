import type { Mark, Panel, Point } from "@gradus/course-kit";
import { type KeyboardEvent, type PointerEvent, useRef } from "react";
import type { PanelLayout } from "../layout";
import { moveByKey, moveTo } from "../move";
import { fillOf } from "../roles";

interface HandleProps {
  readonly mark: Extract<Mark, { kind: "handles" }>;
  readonly panel: Panel;
  readonly layout: PanelLayout;
  readonly point: Point;
  readonly name: string;
  readonly onMove: (to: Point) => void;
  /** Where the learner may take points away. */
  readonly onRemove?: () => void;
}

/** A point to drag, or to move with the arrow keys; it says its name and where it is. */
export function Handle({ mark, panel, layout, point, name, onMove, onRemove }: HandleProps) {
  const group = useRef<SVGGElement>(null);
  const [x, y] = point;
  const axis = mark.axis ?? "xy";
  const along = axis === "x" ? "x" : "y";

  function drag(event: PointerEvent<SVGGElement>) {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const box = group.current?.ownerSVGElement?.getBoundingClientRect();
    if (!box) return;
    const to: Point = [
      layout.x.invert(event.clientX - box.left),
      layout.y.invert(event.clientY - box.top),
    ];
    onMove(moveTo(mark, layout, point, to));
  }

  function key(event: KeyboardEvent<SVGGElement>) {
    if (onRemove && (event.key === "Delete" || event.key === "Backspace")) {
      event.preventDefault();
      onRemove();
      return;
    }
    const to = moveByKey(mark, layout, point, event.key, event.shiftKey);
    if (!to) return;
    event.preventDefault();
    onMove(to);
  }

  return (
    <g
      ref={group}
      className={`handle handle-${axis}`}
      transform={`translate(${layout.x(x)},${layout.y(y)})`}
      tabIndex={0}
      role="slider"
      aria-label={name}
      aria-orientation={along === "x" ? "horizontal" : "vertical"}
      aria-roledescription={axis === "xy" ? "movable point" : undefined}
      aria-valuemin={layout[along].domain[0]}
      aria-valuemax={layout[along].domain[1]}
      aria-valuenow={along === "x" ? x : y}
      aria-valuetext={valueText(panel, point, axis)}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        event.currentTarget.focus({ preventScroll: true });
      }}
      onPointerMove={drag}
      onDoubleClick={onRemove}
      onKeyDown={key}
    >
      <circle r={mark.grows ? 14 : 22} fill="transparent" />
      <circle r="11" className="handle-halo" fill={fillOf(mark.role)} />
      <circle r="6.5" className="handle-dot" fill={fillOf(mark.role)} />
    </g>
  );
}

function valueText({ x, y }: Panel, point: Point, axis: "x" | "y" | "xy"): string {
  const across = `${x.label} ${round(point[0])}`;
  const up = `${y.label} ${round(point[1])}`;
  return axis === "x" ? across : axis === "y" ? up : `${across}, ${up}`;
}

function round(value: number): string {
  return String(Number(value.toPrecision(4)));
}
