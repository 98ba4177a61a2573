import { exponential, minus } from "../describe/numbers";

/** Writes the numbers along an axis. */
export type TickFormat = (value: number) => string;

/**
 * A format for the ticks of an axis between two values: years and other numbers below 10,000 stay
 * whole, thousands are separated, from a million on the unit is written out, and very small numbers
 * use powers of ten.
 */
export function tickFormat([low, high]: readonly [number, number]): TickFormat {
  const size = Math.max(Math.abs(low), Math.abs(high));
  const span = high - low;
  if (size >= 1e15 || size < 1e-3) return (value) => (value === 0 ? "0" : exponential(value));
  if (size >= 1e9) return scaled(1e9, "bn", span);
  if (size >= 1e6) return scaled(1e6, "m", span);
  const decimals = span >= 5 ? (span < 10 ? 1 : 0) : Math.min(10, Math.ceil(2 - Math.log10(span)));
  return plain(decimals, size >= 10_000);
}

/** A format for a logarithmic axis: every power of ten by itself. */
export function logTickFormat(value: number): string {
  if (value >= 1e6 || value < 1e-3) return exponential(value);
  return value.toLocaleString("en-US", { maximumFractionDigits: 4 });
}

function plain(decimals: number, useGrouping: boolean): TickFormat {
  const format = new Intl.NumberFormat("en-US", { maximumFractionDigits: decimals, useGrouping });
  return (value) => minus(format.format(value));
}

function scaled(unit: number, name: string, span: number): TickFormat {
  const decimals = Math.max(0, Math.ceil(2 - Math.log10(span / unit)));
  const format = new Intl.NumberFormat("en-US", { maximumFractionDigits: Math.min(decimals, 10) });
  return (value) => (value === 0 ? "0" : `${minus(format.format(value / unit))} ${name}`);
}
