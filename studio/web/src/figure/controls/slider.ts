import type { FigureControl } from "@gradus/course-kit";

type Slider = Extract<FigureControl, { kind: "slider" }>;

/** How many steps a logarithmic slider has between two powers of ten. */
const STEPS_PER_DECADE = 20;

/** The range of the track: the values themselves, or their logarithms. */
export function trackOf({ min, max, step, scale }: Slider): {
  min: number;
  max: number;
  step: number;
} {
  if (scale !== "log") return { min, max, step };
  return { min: Math.log10(min), max: Math.log10(max), step: 1 / STEPS_PER_DECADE };
}

export function toTrack({ scale }: Slider, value: number): number {
  return scale === "log" ? Math.log10(value) : value;
}

export function fromTrack({ scale }: Slider, position: number): number {
  return scale === "log" ? Number((10 ** position).toPrecision(3)) : position;
}

/** The value with as many decimals as its step has; on a log scale with three digits. */
export function formatSlider({ step, scale }: Slider, value: number): string {
  const text =
    scale === "log"
      ? String(Number(value.toPrecision(3)))
      : value.toLocaleString("en", decimals(step));
  return text.replace("-", "−");
}

function decimals(step: number): Intl.NumberFormatOptions {
  const digits = String(step).split(".")[1]?.length ?? 0;
  return { minimumFractionDigits: digits, maximumFractionDigits: digits };
}
