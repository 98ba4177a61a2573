import {
  CHART_COLORS,
  type ChartColor,
  type ChartSpec,
  type ChartTone,
  type ColorScaleSpec,
  type Layer,
} from "../spec";
import { GRAY, gradient, SCALES, stopName } from "./color-scale";

/** The two looks of a chart. */
export type ThemeName = "light" | "dark";

interface SeriesColor {
  /** For points, lines and bars. */
  readonly mark: string;
  /** For words: the same hue, with a contrast of at least 4.5 to the ground. */
  readonly text: string;
}

interface Theme {
  readonly ground: string;
  readonly ink: string;
  readonly muted: string;
  readonly rule: string;
  readonly grid: string;
  readonly series: Readonly<Record<ChartColor, SeriesColor>>;
}

/**
 * Okabe and Ito's colours; black gives way to gray, which shows on both grounds, and on the dark one
 * the two blues change places, so that the first is the brighter.
 */
const THEMES: Readonly<Record<ThemeName, Theme>> = {
  light: {
    ground: "#fdfdfb",
    ink: "#1c2024",
    muted: "#5c646c",
    rule: "#aab0b6",
    grid: "#e9ebec",
    series: {
      blue: { mark: "#0072b2", text: "#00659e" },
      vermillion: { mark: "#d55e00", text: "#b14c00" },
      green: { mark: "#009e73", text: "#007656" },
      orange: { mark: "#e69f00", text: "#8a5f00" },
      purple: { mark: "#cc79a7", text: "#9c4b78" },
      sky: { mark: "#56b4e9", text: "#1f6f9f" },
      gray: { mark: "#868e96", text: "#5c646c" },
    },
  },
  dark: {
    ground: "#14171a",
    ink: "#e8eaec",
    muted: "#a0a8b0",
    rule: "#5a626a",
    grid: "#272c31",
    series: {
      blue: { mark: "#56b4e9", text: "#7cc6f0" },
      vermillion: { mark: "#d55e00", text: "#f08a47" },
      green: { mark: "#009e73", text: "#3cc7a0" },
      orange: { mark: "#e69f00", text: "#eeb02a" },
      purple: { mark: "#cc79a7", text: "#dc94bb" },
      sky: { mark: "#0072b2", text: "#6bb5e4" },
      gray: { mark: "#8d959d", text: "#a0a8b0" },
    },
  },
};

/** Gives the colour of each part of a chart, as a value for an SVG attribute. */
export interface Paint {
  readonly ground: string;
  readonly ink: string;
  readonly muted: string;
  readonly rule: string;
  readonly grid: string;
  series(color: ChartColor): SeriesColor;
  /** The colour at a position from 0 to 1 along a scale. */
  scale(type: ColorScaleSpec["type"], position: number): string;
  tone(tone: ChartTone): string;
}

/** Plain colours, for files that stand alone. */
export function plainPaint(name: ThemeName): Paint {
  const { series, ...colors } = THEMES[name];
  return {
    ...colors,
    series: (color) => series[color],
    scale: (type, position) => gradient(type === "gray" ? GRAY : SCALES[name][type], position),
    tone: (tone) => colors[tone],
  };
}

/**
 * Colours as CSS variables with a theme's colours to fall back on, so that a page can change them
 * without drawing again: --gradus-chart-ground, -ink, -muted, -rule, -grid, and for each colour of
 * data --gradus-chart-blue and --gradus-chart-blue-text, and --gradus-chart-sequential-0 to -8 and
 * --gradus-chart-diverging-0 to -8 for scales of colours.
 */
export function pagePaint(name: ThemeName): Paint {
  const theme = THEMES[name];
  const variable = (part: string, color: string) => `var(--gradus-chart-${part}, ${color})`;
  const tones = {
    ground: variable("ground", theme.ground),
    ink: variable("ink", theme.ink),
    muted: variable("muted", theme.muted),
    rule: variable("rule", theme.rule),
  };
  return {
    ...tones,
    grid: variable("grid", theme.grid),
    series: (color) => ({
      mark: variable(color, theme.series[color].mark),
      text: variable(`${color}-text`, theme.series[color].text),
    }),
    scale: (type, position) => {
      if (type === "gray") return gradient(GRAY, position);
      const stops = SCALES[name][type].map((color, i) => variable(stopName(type, i), color));
      return gradient(stops, position);
    },
    tone: (tone) => tones[tone],
  };
}

/** The variables of `pagePaint` with a theme's colours, as the body of a CSS rule. */
export function chartThemeCSS(name: ThemeName): string {
  const { series, ...colors } = THEMES[name];
  const lines = Object.entries(colors).map(([part, color]) => `--gradus-chart-${part}: ${color};`);
  for (const [color, { mark, text }] of Object.entries(series)) {
    lines.push(`--gradus-chart-${color}: ${mark};`, `--gradus-chart-${color}-text: ${text};`);
  }
  for (const type of ["sequential", "diverging"] as const) {
    SCALES[name][type].forEach((color, i) => {
      lines.push(`--gradus-chart-${stopName(type, i)}: ${color};`);
    });
  }
  return lines.join("\n");
}

/** The colour of each layer: its own, or the next of the palette that no layer has asked for. */
export function layerColors({ layers }: ChartSpec): ChartColor[] {
  const needsNone = ({ tone, mark }: Layer) => tone || mark === "cells" || mark === "texts";
  const taken = new Set(layers.map((layer: Layer) => layer.color));
  const free = CHART_COLORS.filter((color) => !taken.has(color));
  let next = 0;
  return layers.map((layer) => {
    if (layer.color) return layer.color;
    return needsNone(layer) ? "gray" : (free[next++ % free.length] ?? "gray");
  });
}
