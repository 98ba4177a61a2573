// A hall of 60 × 40 m with two access points, for the figures and the tests.
import type { Point } from "@gradus/course-kit";

export const WIDTH = 60; // m
export const DEPTH = 40; // m
/** Where the two access points hang. */
export const senders: readonly Point[] = [
  [15, 28],
  [46, 12],
];
const HEIGHT = 5; // m above your phone
const POWER = 1e-4; // mW at one metre

/** The Wi-Fi signal at (x, y) in dBm: the powers of both senders fall with the square of the distance. */
export function signal([x, y]: Point): number {
  const powers = senders.map(([a, b]) => POWER / ((x - a) ** 2 + (y - b) ** 2 + HEIGHT ** 2));
  return 10 * Math.log10(powers.reduce((sum, power) => sum + power));
}

/** Both partial derivatives of the signal, in dB per metre. */
export function gradient([x, y]: Point): Point {
  let [power, alongX, alongY] = [0, 0, 0];
  for (const [a, b] of senders) {
    const square = (x - a) ** 2 + (y - b) ** 2 + HEIGHT ** 2;
    power += POWER / square;
    alongX -= (2 * POWER * (x - a)) / square ** 2;
    alongY -= (2 * POWER * (y - b)) / square ** 2;
  }
  const perPower = 10 / (Math.LN10 * power);
  return [perPower * alongX, perPower * alongY];
}

/** The signal on a grid of the hall, as a contour mark wants it. */
export function signalMap() {
  const x = Array.from({ length: 61 }, (_, i) => (i * WIDTH) / 60);
  const y = Array.from({ length: 41 }, (_, i) => (i * DEPTH) / 40);
  return {
    x,
    y,
    z: y.map((b) => x.map((a) => signal([a, b]))),
    levels: [-70, -69, -68, -67, -66, -65, -64, -63, -62, -60, -58, -56],
  };
}

/** A point moved by so many metres along a direction, kept in the hall. */
export function walk([x, y]: Point, [dx, dy]: Point, metres: number): Point {
  const size = Math.hypot(dx, dy);
  if (size < 1e-9) return [x, y];
  return [
    Math.min(WIDTH, Math.max(0, x + (metres * dx) / size)),
    Math.min(DEPTH, Math.max(0, y + (metres * dy) / size)),
  ];
}

/** So many decimals, with a real minus. */
export function numberText(value: number, decimals = 2): string {
  return (Number(value.toFixed(decimals)) || 0).toFixed(decimals).replace("-", "−");
}
