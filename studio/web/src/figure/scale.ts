import type { PanelAxis } from "@gradus/course-kit";
import { linearTicks, logTicks } from "./ticks";

/** From the units of an axis to pixels and back. */
export interface Scale {
  (value: number): number;
  invert(pixel: number): number;
  readonly domain: readonly [number, number];
  ticks(count: number): readonly number[];
}

/**
 * @param axis its domain is (low, high); on a log scale both above 0
 * @param range pixels of low and high
 */
export function createScale(axis: PanelAxis, range: readonly [number, number]): Scale {
  const log = axis.scale === "log";
  const [low, high] = axis.domain;
  const forward = log ? Math.log10 : (value: number) => value;
  const backward = log ? (value: number) => 10 ** value : (value: number) => value;
  const start = forward(low);
  const extent = forward(high) - start || 1;
  const pixels = range[1] - range[0];
  const scale = (value: number) => range[0] + ((forward(value) - start) / extent) * pixels;
  return Object.assign(scale, {
    invert: (pixel: number) => backward(start + ((pixel - range[0]) / pixels) * extent),
    domain: [low, high] as const,
    ticks: (count: number) =>
      log ? logTicks(low, high, 1.5 * count) : linearTicks(low, high, count),
  });
}
