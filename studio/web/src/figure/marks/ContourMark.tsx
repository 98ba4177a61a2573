import { contourBands } from "../contours";
import type { MarkProps } from "./MarkView";

/** Each band lies over the last, so that the surface darkens as it rises; lines mark the levels. */
export function ContourMark({ mark, layout, clip }: MarkProps<"contour">) {
  const bands = contourBands(mark, layout.x, layout.y);
  return (
    <g clipPath={clip} className="contour">
      {bands.map(({ level, path }) => (
        <path key={level} d={path} fillRule="evenodd" />
      ))}
    </g>
  );
}
