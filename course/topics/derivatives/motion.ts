// A card that slides 300 px in 0.4 s, in three ways, for the figures and the tests.

export const DURATION = 0.4; // s
export const DISTANCE = 300; // px

/** The ways to slide, as a figure's choices. */
export const motionNames = ["Smooth", "Steady", "Overshooting"] as const;

/** Shares of the way as a function of shares of the time, with the derivative. */
interface Easing {
  readonly share: (p: number) => number;
  readonly slope: (p: number) => number;
}

const OVERSHOOT = 1.70158; // goes past the end by a tenth, as in most animation libraries

const easings: Readonly<Record<string, Easing>> = {
  Smooth: { share: (p) => p * p * (3 - 2 * p), slope: (p) => 6 * p * (1 - p) },
  Steady: { share: (p) => p, slope: () => 1 },
  Overshooting: {
    share: (p) => 1 + (OVERSHOOT + 1) * (p - 1) ** 3 + OVERSHOOT * (p - 1) ** 2,
    slope: (p) => 3 * (OVERSHOOT + 1) * (p - 1) ** 2 + 2 * OVERSHOOT * (p - 1),
  },
};

const easingOf = (motion: string): Easing => easings[motion] ?? easings.Smooth!;

/** Where the card is, in px, t seconds after its start; it rests before and after. */
export function position(motion: string, t: number): number {
  return DISTANCE * easingOf(motion).share(Math.min(Math.max(t / DURATION, 0), 1));
}

/** The speed in px/s just before and just after t; the two differ where the card starts or stops with a jolt. */
export function speeds(motion: string, t: number): readonly [before: number, after: number] {
  const inside = (DISTANCE / DURATION) * easingOf(motion).slope(t / DURATION);
  return [t > 0 && t <= DURATION ? inside : 0, t >= 0 && t < DURATION ? inside : 0];
}

/** Start or end of the slide if t is nearer than 2 ms, so that a hand can find them; else t. */
export function snap(t: number): number {
  return [0, DURATION].find((end) => Math.abs(t - end) < 0.002) ?? t;
}

/** The error of a difference quotient of the smooth slide at t with step h, in px/s. */
export function differenceError(t: number, h: number, central: boolean): number {
  const at = (time: number) => position("Smooth", time);
  const quotient = central ? (at(t + h) - at(t - h)) / (2 * h) : (at(t + h) - at(t)) / h;
  return Math.abs(quotient - speeds("Smooth", t)[1]);
}

/** A number for people: rounded to so many decimals, with a real minus. */
export function numberText(value: number, decimals = 0): string {
  const text = (Number(value.toFixed(decimals)) || 0).toLocaleString("en", {
    maximumFractionDigits: decimals,
  });
  return text.replace("-", "−");
}
