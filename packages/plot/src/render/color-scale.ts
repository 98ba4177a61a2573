import type { ColorScaleSpec } from "../spec";

/**
 * Scales in nine steps of equal lightness apart, told apart with any colour vision: the sequential ones go from
 * the ground to what stands out most from it, by way of blue; the diverging ones from blue over the ground to
 * vermillion.
 */
export const SCALES = {
  light: {
    sequential: [
      "#f1f5f2",
      "#d3e6e4",
      "#a9d0da",
      "#78b6cf",
      "#4798c1",
      "#2478ab",
      "#155a8a",
      "#123f67",
      "#0f2745",
    ],
    diverging: [
      "#003f66",
      "#0072b2",
      "#6fb1d9",
      "#c0dcec",
      "#f3f3ef",
      "#f7d7bb",
      "#eb9e5e",
      "#d05c00",
      "#8a3800",
    ],
  },
  dark: {
    sequential: [
      "#1b2733",
      "#1c3f5c",
      "#1f5a80",
      "#2b779b",
      "#4694ab",
      "#72b1b2",
      "#a2cab7",
      "#d0e1be",
      "#f6f4cd",
    ],
    diverging: [
      "#a5daf8",
      "#56b4e9",
      "#2f86bb",
      "#295470",
      "#262b30",
      "#6d4425",
      "#ac5712",
      "#e4751f",
      "#ffb67c",
    ],
  },
} as const;

/** From black to white on both grounds, for pictures of things. */
export const GRAY = ["#000000", "#ffffff"] as const;

/** The last part of the name of the CSS variable for a scale's step. */
export function stopName(type: "sequential" | "diverging", i: number): string {
  return `${type}-${i}`;
}

/** How far a number is along a scale: from 0 to 1, and no further. */
export function scalePosition({ domain: [low, high] }: ColorScaleSpec, value: number): number {
  if (high === low) return 0.5;
  return Math.min(Math.max((value - low) / (high - low), 0), 1);
}

/** The colour at a position from 0 to 1 between evenly spaced stops, which are #rrggbb or CSS colours. */
export function gradient(stops: readonly string[], position: number): string {
  const place = position * (stops.length - 1);
  const i = Math.min(Math.floor(place), stops.length - 2);
  const share = place - i;
  const [from, to] = [stops[i]!, stops[i + 1]!];
  if (share < 0.005) return from;
  if (share > 0.995) return to;
  if (!from.startsWith("#")) {
    return `color-mix(in srgb, ${from} ${Math.round(100 * (1 - share))}%, ${to})`;
  }
  const channel = (color: string, at: number) => Number.parseInt(color.slice(at, at + 2), 16);
  const mixed = [1, 3, 5].map((at) =>
    Math.round(channel(from, at) * (1 - share) + channel(to, at) * share)
      .toString(16)
      .padStart(2, "0"),
  );
  return `#${mixed.join("")}`;
}

/** The tone in which words can be read on a scale's colour, on either ground. */
export function wordTone(colors: ColorScaleSpec, value: number): "ink" | "ground" {
  const t = scalePosition(colors, value);
  const distance = colors.type === "diverging" ? Math.abs(t - 0.5) * 2 : t;
  return distance > (colors.type === "diverging" ? 0.6 : 0.5) ? "ground" : "ink";
}
