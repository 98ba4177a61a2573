import type { AxisSpec } from "../spec";
import { axesOf, type ChartOptions } from "./options";

/** An axis with a word at each whole number from 0 on; along y the first word is on top. */
export function categoryAxis(
  words: readonly string[],
  label: string | undefined,
  vertical = false,
): AxisSpec {
  return {
    ...(label === undefined ? {} : { label }),
    scale: "linear",
    domain: [-0.5, words.length - 0.5],
    ticks: { at: words.map((_, i) => i), text: [...words] },
    ...(vertical ? { flipped: true } : {}),
  };
}

/** What charts with one axis of categories and one of values can be told. */
export interface CategoryOptions extends Omit<ChartOptions, "xScale" | "xDomain"> {
  /** Whether categories stand below each other and values run to the right, for long names. Default false. */
  readonly horizontal?: boolean;
}

/** Where something is along categories and values, whichever way the chart is turned. */
export interface Turned {
  readonly axes: { readonly x: AxisSpec; readonly y: AxisSpec };
  /** Rectangles from category positions a1 to a2 and values v1 to v2. */
  box(a1: number[], a2: number[], v1: number[], v2: number[]): Boxes;
  point<T>(a: T, v: T): { readonly x: T; readonly y: T };
}

interface Boxes {
  readonly x1: number[];
  readonly x2: number[];
  readonly y1: number[];
  readonly y2: number[];
}

/** The axes of a chart by categories: `xLabel` names the categories and `yLabel` the values either way. */
export function turned(
  where: string,
  words: readonly string[],
  options: CategoryOptions,
  extra: Partial<AxisSpec> = {},
): Turned {
  const { xLabel, horizontal = false, ...rest } = options;
  const value: AxisSpec = { ...axesOf(where, rest).y, ...extra };
  const category = categoryAxis(words, xLabel, horizontal);
  if (!horizontal) {
    return {
      axes: { x: category, y: value },
      box: (a1, a2, v1, v2) => ({ x1: a1, x2: a2, y1: v1, y2: v2 }),
      point: (a, v) => ({ x: a, y: v }),
    };
  }
  return {
    axes: { x: { ...value, grid: true }, y: category },
    box: (a1, a2, v1, v2) => ({ x1: v1, x2: v2, y1: a1, y2: a2 }),
    point: (a, v) => ({ x: v, y: a }),
  };
}
