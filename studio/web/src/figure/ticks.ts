/** Round values within a domain, about as many as asked for: multiples of 1, 2 or 5 times a power of ten. */
export function linearTicks(low: number, high: number, count: number): readonly number[] {
  const step = niceStep((high - low) / Math.max(count, 1));
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  // Multiplying keeps 0.1 · 3 closer to 0.3 than adding up does; the rounding does the rest.
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => tidy((first + i) * step));
}

/**
 * Powers of ten within a domain, about as many as asked for at most; with few of them also their doubles and
 * fives.
 */
export function logTicks(low: number, high: number, count = Infinity): readonly number[] {
  const from = Math.floor(Math.log10(low));
  const to = Math.ceil(Math.log10(high));
  const factors = to - from > 3 ? [1] : [1, 2, 5];
  const every = Math.max(1, Math.ceil((to - from) / Math.max(count, 3)));
  const ticks: number[] = [];
  for (let exponent = Math.ceil(from / every) * every; exponent <= to; exponent += every) {
    for (const factor of factors) ticks.push(tidy(factor * 10 ** exponent));
  }
  return ticks.filter((tick) => tick >= low * (1 - 1e-9) && tick <= high * (1 + 1e-9));
}

/** A number on an axis: thousands grouped, a true minus sign, no digits that say nothing. */
export function formatTick(value: number): string {
  const text =
    value !== 0 && (Math.abs(value) >= 1e7 || Math.abs(value) < 1e-4)
      ? value.toExponential(0)
      : value.toLocaleString("en", { maximumFractionDigits: 6 });
  return text.replace("-", "−");
}

function niceStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  const fraction = rough / power;
  return power * (fraction <= 1 ? 1 : fraction <= 2 ? 2 : fraction <= 5 ? 5 : 10);
}

function tidy(value: number): number {
  return Number(value.toPrecision(12));
}
