import type { ColumnProfile, ProfileHistogram, ValueProfile } from "../types";
import { momentRange, number } from "../words";
import { html, type Markup, nothing } from "./markup";

const SPARK = { width: 120, height: 32 };

/** The column's values as a small picture, which its neighbouring words say too. */
export function sparkline({ numbers, dates, values, count }: ColumnProfile): Markup {
  const histogram = numbers?.histogram ?? dates?.histogram;
  const bars = histogram
    ? histogramBars(histogram, SPARK.width, SPARK.height)
    : values
      ? valueBars(values, count)
      : nothing;
  return html`<svg class="spark" viewBox="0 0 ${SPARK.width} ${SPARK.height}" aria-hidden="true" focusable="false">${bars}<path class="base" d="M0 ${SPARK.height - 0.5}H${SPARK.width}"/></svg>`;
}

/** A histogram with the ends of its range below it. */
export function largeHistogram({ numbers, dates }: ColumnProfile): Markup {
  const histogram = numbers?.histogram ?? dates?.histogram;
  if (!histogram || histogram.counts.length === 0) return nothing;
  const [low, high] = dates
    ? momentRange(dates.min, dates.max)
    : [number(histogram.edges[0]!), number(histogram.edges.at(-1)!)];
  return html`<figure><svg class="histogram" viewBox="0 0 400 120" preserveAspectRatio="none" aria-hidden="true" focusable="false">${histogramBars(histogram, 400, 120)}<path class="base" d="M0 119.5H400"/></svg><figcaption><span>${low}</span><span>${high}</span></figcaption></figure>`;
}

function histogramBars(
  { counts }: ProfileHistogram,
  width: number,
  height: number,
): readonly Markup[] {
  const most = Math.max(1, ...counts);
  const step = width / Math.max(1, counts.length);
  return counts.map((n, i) => {
    // One value among thousands still shows.
    const tall = n === 0 ? 0 : Math.max(1.5, (n / most) * (height - 2));
    return bar(i * step, height - 1 - tall, Math.max(0.5, step - 0.6), tall, "number");
  });
}

/** The most frequent values as bars with gaps, the rest as one gray bar. */
function valueBars({ top }: ValueProfile, count: number): readonly Markup[] {
  const { width, height } = SPARK;
  const rest = count - top.reduce((sum, one) => sum + one.count, 0);
  const bars = top.map((one) => ({ n: one.count, kind: "value" }));
  if (rest > 0) bars.push({ n: rest, kind: "rest" });
  const most = Math.max(1, ...bars.map(({ n }) => n));
  const step = Math.min(24, width / Math.max(1, bars.length));
  return bars.map(({ n, kind }, i) => {
    const tall = Math.max(1.5, (n / most) * (height - 2));
    return bar(i * step, height - 1 - tall, step - 3, tall, kind);
  });
}

function bar(x: number, y: number, width: number, height: number, kind: string): Markup {
  const at = (value: number) => Number(value.toFixed(2));
  return html`<rect class="${kind}" x="${at(x)}" y="${at(y)}" width="${at(width)}" height="${at(height)}"/>`;
}
