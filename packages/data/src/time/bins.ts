import { checkOneOf, ValueError } from "@gradus/core";
import { momentOf } from "./date-range";
import { type Frequency, type ParsedFrequency, parseFrequency } from "./frequency";

const DAY = 86_400_000;

/** Where the intervals of `resample` begin, which ends they contain and by which they are named. */
export interface ResampleOptions {
  /** Which end an interval contains. Default "left"; "right" for "W", "ME", "QE" and "YE". */
  readonly closed?: "left" | "right";
  /** By which end it is named. Default as `closed` by default. */
  readonly label?: "left" | "right";
  /**
   * From where intervals of fixed length are counted: midnight before the first moment, that moment,
   * 1970, or a given one. Default "startDay".
   */
  readonly origin?: "startDay" | "start" | "epoch" | Date;
}

/** Intervals of time, and for each row the one it falls in, −1 for a missing moment. */
export interface TimeBins {
  readonly labels: Float64Array;
  readonly codes: Int32Array;
}

/** @throws ParameterError for an unknown frequency or option; ValueError without any moment. */
export function timeBins(
  where: string,
  times: Float64Array,
  frequency: Frequency,
  options: ResampleOptions,
): TimeBins {
  const parsed = parseFrequency(where, frequency);
  const side = parsed.calendar?.isEnd ? "right" : "left";
  const { closed = side, label = side } = options;
  checkOneOf(where, "closed", closed, ["left", "right"]);
  checkOneOf(where, "label", label, ["left", "right"]);
  const present = times.filter((time) => !Number.isNaN(time));
  if (present.length === 0) throw new ValueError(`${where}: expected at least one date, got none`);
  const first = present.reduce((a, b) => Math.min(a, b));
  const last = present.reduce((a, b) => Math.max(a, b));
  const at = pointsFrom(where, parsed, first, closed, options.origin ?? "startDay");
  // A period that ends on a day contains all of it.
  const edge = parsed.calendar?.isEnd && closed === "right" ? (k: number) => at(k) + DAY - 1 : at;
  const isPast = (k: number) => (closed === "right" ? edge(k) >= last : edge(k) > last);
  let nBins = 1;
  while (!isPast(nBins)) nBins++;
  const edges = Float64Array.from({ length: nBins + 1 }, (_, k) => edge(k));
  const labels = Float64Array.from({ length: nBins }, (_, k) => at(label === "left" ? k : k + 1));
  return {
    labels,
    codes: Int32Array.from(times, (time) => binOf(edges, time, closed === "right")),
  };
}

/** The k-th border, the first interval being the one of the first moment. */
function pointsFrom(
  where: string,
  { n, length, calendar }: ParsedFrequency,
  first: number,
  closed: "left" | "right",
  origin: NonNullable<ResampleOptions["origin"]>,
): (k: number) => number {
  if (calendar) {
    const day = Math.floor(first / DAY) * DAY;
    const before = calendar.before(closed === "right" && calendar.isEnd ? day : first);
    const isAt = calendar.at(before) === (calendar.isEnd ? day : first);
    const start = closed === "right" ? (isAt ? before - n : before + 1 - n) : before;
    return (k) => calendar.at(start + k * n);
  }
  const from = originOf(where, origin, first);
  const rest = first - from - Math.floor((first - from) / length!) * length!;
  const start = rest === 0 && closed === "right" ? first - length! : first - rest;
  return (k) => start + k * length!;
}

function originOf(
  where: string,
  origin: "startDay" | "start" | "epoch" | Date,
  first: number,
): number {
  if (origin instanceof Date) return momentOf(where, "origin", origin);
  checkOneOf(where, "origin", origin, ["startDay", "start", "epoch"]);
  if (origin === "epoch") return 0;
  return origin === "start" ? first : Math.floor(first / DAY) * DAY;
}

function binOf(edges: Float64Array, time: number, isRight: boolean): number {
  if (Number.isNaN(time)) return -1;
  let [low, high] = [0, edges.length - 1];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    const isBelow = isRight ? edges[middle]! < time : edges[middle]! <= time;
    if (isBelow) low = middle;
    else high = middle;
  }
  return low;
}
