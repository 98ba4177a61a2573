import type { Panel } from "@gradus/course-kit";
import type { PanelLayout } from "./layout";
import { formatTick } from "./ticks";

/** Thin axes with their names at the ends: up for y, right for x; without those that are hidden. */
export function Axes({ panel, layout }: { readonly panel: Panel; readonly layout: PanelLayout }) {
  const { left, right, top, bottom, x, y, xTicks, yTicks } = layout;
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a <g> without tabindex takes no focus
    <g className="axes" aria-hidden="true">
      {!panel.x.hidden && (
        <>
          <path d={`M${left},${bottom}H${right}`} className="axis-line" />
          {xTicks.map((tick) => (
            <g key={tick} transform={`translate(${x(tick)},${bottom})`}>
              <path d="M0,0V4" className="axis-line" />
              <text y="17" textAnchor="middle">
                {formatTick(tick)}
              </text>
            </g>
          ))}
          <text x={right} y={bottom + 38} textAnchor="end" className="axis-name">
            {panel.x.label} →
          </text>
        </>
      )}
      {!panel.y.hidden && (
        <>
          <path d={`M${left},${top}V${bottom}`} className="axis-line" />
          {yTicks.map((tick) => (
            <g key={tick} transform={`translate(${left},${y(tick)})`}>
              <path d="M0,0H-4" className="axis-line" />
              <text x="-8" dy="0.35em" textAnchor="end">
                {formatTick(tick)}
              </text>
            </g>
          ))}
          <text x={0} y={top - 16} className="axis-name">
            ↑ {panel.y.label}
          </text>
        </>
      )}
    </g>
  );
}
