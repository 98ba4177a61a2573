import type { Mark, Panel, Point } from "@gradus/course-kit";
import type { PanelLayout } from "../layout";
import { ContourMark } from "./ContourMark";
import { HandlesMark } from "./HandlesMark";
import { ImageMark } from "./ImageMark";
import { LineMark } from "./LineMark";
import { NodesMark } from "./NodesMark";
import { PointsMark } from "./PointsMark";
import { PolygonMark } from "./PolygonMark";
import { RectsMark } from "./RectsMark";
import { RegionsMark } from "./RegionsMark";
import { SegmentsMark } from "./SegmentsMark";
import { TextMark } from "./TextMark";

export interface MarkProps<K extends Mark["kind"]> {
  readonly mark: Extract<Mark, { kind: K }>;
  readonly layout: PanelLayout;
  /** Reference to the clip path of the panel. */
  readonly clip: string;
}

interface MarkViewProps {
  readonly mark: Mark;
  readonly panel: Panel;
  readonly layout: PanelLayout;
  readonly clip: string;
  readonly onMove: (param: string, index: number, to: Point) => void;
  readonly onPoints: (param: string, points: readonly Point[]) => void;
}

/** Draws a mark by its kind. */
export function MarkView({ mark, panel, layout, clip, onMove, onPoints }: MarkViewProps) {
  switch (mark.kind) {
    case "points":
      return <PointsMark mark={mark} layout={layout} clip={clip} />;
    case "handles":
      return (
        <HandlesMark
          mark={mark}
          panel={panel}
          layout={layout}
          onMove={onMove}
          onPoints={onPoints}
        />
      );
    case "line":
      return <LineMark mark={mark} layout={layout} clip={clip} />;
    case "segments":
      return <SegmentsMark mark={mark} layout={layout} clip={clip} />;
    case "polygon":
      return <PolygonMark mark={mark} layout={layout} clip={clip} />;
    case "rects":
      return <RectsMark mark={mark} layout={layout} clip={clip} />;
    case "contour":
      return <ContourMark mark={mark} layout={layout} clip={clip} />;
    case "regions":
      return <RegionsMark mark={mark} layout={layout} clip={clip} />;
    case "image":
      return <ImageMark mark={mark} layout={layout} clip={clip} />;
    case "nodes":
      return <NodesMark mark={mark} layout={layout} />;
    case "text":
      return <TextMark mark={mark} layout={layout} />;
  }
}
