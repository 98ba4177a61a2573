import { useMemo } from "react";
import { bitmapUrl } from "../bitmap";
import type { MarkProps } from "./MarkView";

const BLACK_TO_WHITE = [0, 255] as const;

export function ImageMark({ mark, layout: { x, y }, clip }: MarkProps<"image">) {
  const { values, corners, range = BLACK_TO_WHITE } = mark;
  const url = useMemo(() => bitmapUrl(values, range), [values, range]);
  const [[x0, y0], [x1, y1]] = corners;
  return (
    <image
      href={url}
      x={Math.min(x(x0), x(x1))}
      y={Math.min(y(y0), y(y1))}
      width={Math.abs(x(x1) - x(x0))}
      height={Math.abs(y(y1) - y(y0))}
      preserveAspectRatio="none"
      clipPath={clip}
    />
  );
}
