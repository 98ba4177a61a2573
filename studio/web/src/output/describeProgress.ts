import type { Progress } from "@gradus/core";

export interface ProgressWords {
  readonly label: string;
  /** Where the total is known, such as "37 %". */
  readonly percent?: string;
  readonly steps: string;
  readonly metrics: readonly { readonly name: string; readonly value: string }[];
}

/** A report of progress in the words of the page. */
export function describeProgress({ done, total, label, metrics = {} }: Progress): ProgressWords {
  return {
    label: label || "Progress",
    // Rounded down: 100 % is for what is done.
    ...(total !== undefined && {
      percent: `${total === 0 ? 100 : Math.floor((100 * done) / total)} %`,
    }),
    steps: total === undefined ? `step ${group(done)}` : `${group(done)} of ${group(total)}`,
    metrics: Object.entries(metrics).map(([name, value]) => ({ name, value: formatMetric(value) })),
  };
}

/** Whole numbers as they are, others to four digits, so that the line does not jump as they change. */
function formatMetric(value: number): string {
  if (!Number.isFinite(value)) return String(value).replace("Infinity", "∞").replace("-", "−");
  const size = Math.abs(value);
  const text =
    size < 1e9 && (Number.isInteger(value) || size >= 1e4)
      ? group(Math.round(value))
      : value.toPrecision(4);
  return text.replaceAll("-", "−");
}

function group(count: number): string {
  return count.toLocaleString("en-US");
}
