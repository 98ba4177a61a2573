import { Chart } from "../chart";
import { named } from "../describe/describe-chart";
import { counted } from "../describe/numbers";
import { type BoxStatistics, boxStatistics } from "../numeric/quantiles";
import type { ChartColor, Layer } from "../spec";
import { type CategoryOptions, turned } from "./categories";
import { type GroupedValues, groupsOf } from "./groups";
import { lookOf, titlesOf } from "./options";

/** What a box plot shows. */
export type BoxPlotOptions = GroupedValues &
  CategoryOptions & {
    readonly color?: ChartColor;
  };

/**
 * For each group a box from the lower to the upper quartile with a line at the median, whiskers to the last values
 * within 1.5 interquartile ranges of the box, and the values beyond them as points. Quartiles are by the R-7 method.
 *
 * @throws ValueError if no value is finite; ShapeError if values and names differ in number; ParameterError for no
 *   groups, or a scale, domain or colour that cannot be.
 * @roadmap DAT-006
 * @see Tukey (1977), Exploratory Data Analysis, 39–49.
 * @example
 * ```ts
 * const chart = boxPlot({ groups: { a: [1, 2, 3, 4, 20] }, yLabel: "Minutes" });
 * chart.description.slice(0, 52); // → Box plot of minutes. a: 5 values, median 3, middle h
 * ```
 */
export function boxPlot(options: BoxPlotOptions): Chart {
  const where = "boxPlot";
  const { groups, nDropped } = groupsOf(where, options);
  const { color = "blue" } = lookOf(where, options);
  const boxes = groups.map(({ values }) => boxStatistics(values));
  const { axes, ...way } = turned(
    where,
    groups.map(({ name }) => name),
    options,
  );
  const layers = boxLayers(boxes, way, { color, width: 0.5 });
  const value = named(options.yLabel === undefined ? {} : { label: options.yLabel }, "values");
  const summary = `Box plot of ${value.name}. ${groups
    .map(({ name }, i) => describeBox(name, boxes[i]!, value))
    .join(" ")}`;
  return new Chart({
    version: 1,
    ...titlesOf(options),
    ...axes,
    layers: layers.map((layer, i) => ({
      ...layer,
      summary: i === 0 ? summary : "",
      nDropped: i === 0 ? nDropped : 0,
    })),
  });
}

type Way = Pick<ReturnType<typeof turned>, "box" | "point">;

/** Boxes, whiskers, medians and outliers, each kind as one layer. */
export function boxLayers(
  boxes: readonly BoxStatistics[],
  { box, point }: Way,
  { color, width }: { readonly color: ChartColor; readonly width: number },
): Layer[] {
  const at = boxes.map((_, i) => i);
  const side = (share: number) => at.map((i) => i + share * width);
  const part = (get: (box: BoxStatistics) => number) => boxes.map(get);
  const whiskers = [
    box(
      at,
      at,
      part((b) => b.whiskers[0]),
      part((b) => b.q1),
    ),
    box(
      at,
      at,
      part((b) => b.q3),
      part((b) => b.whiskers[1]),
    ),
    ...([0, 1] as const).map((end) => {
      const values = part((b) => b.whiskers[end]);
      return box(side(-0.2), side(0.2), values, values);
    }),
  ];
  const joined = (name: "x1" | "x2" | "y1" | "y2") => whiskers.flatMap((lines) => lines[name]);
  const lines = { x1: joined("x1"), x2: joined("x2"), y1: joined("y1"), y2: joined("y2") };
  const medians = part((b) => b.median);
  const outliers = boxes.flatMap((b, i) => b.outliers.map((value) => ({ at: i, value })));
  const dots = point(
    outliers.map((o) => o.at),
    outliers.map((o) => o.value),
  );
  const rest = { color, summary: "", nDropped: 0 };
  return [
    { mark: "segments", ...lines, width: 1.5, ...rest },
    {
      mark: "rects",
      ...box(
        side(-0.5),
        side(0.5),
        part((b) => b.q1),
        part((b) => b.q3),
      ),
      opacity: 0.25,
      outlined: true,
      ...rest,
    },
    { mark: "segments", ...box(side(-0.5), side(0.5), medians, medians), width: 3, ...rest },
    ...(outliers.length > 0
      ? [{ mark: "points" as const, ...dots, radius: 2.5, opacity: 0.8, ...rest }]
      : []),
  ];
}

function describeBox(
  name: string,
  { n, q1, median, q3, whiskers, outliers }: BoxStatistics,
  value: ReturnType<typeof named>,
): string {
  const far = outliers.length > 0 ? `, ${counted(outliers.length, "value")} beyond` : "";
  const text = `${counted(n, "value")}, median ${value.with(median)}, middle half ${value.range([q1, q3])}, whiskers ${value.range([...whiskers])}${far}`;
  return `${name}: ${text}.`;
}
