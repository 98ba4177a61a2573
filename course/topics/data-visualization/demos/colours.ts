// #region rainbow
type RGB = [number, number, number];

/** The three parts of a colour as amounts of light, 0 to 1. */
function light(hex: string): RGB {
  const parts = [1, 3, 5].map((i) => Number.parseInt(hex.slice(i, i + 2), 16) / 255);
  return parts.map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)) as RGB;
}

/** Lightness as the eye sees it, from 0 for black to 100 for white. */
function lightness([r, g, b]: RGB): number {
  const y = 0.2126 * r + 0.7152 * g + 0.0722 * b;
  return y > 0.008856 ? 116 * Math.cbrt(y) - 16 : 903.3 * y;
}

const scales = {
  rainbow: ["#0000ff", "#00ffff", "#00ff00", "#ffff00", "#ff0000"],
  blues: ["#eff3ff", "#bdd7e7", "#6baed6", "#3182bd", "#08519c"],
};
for (const [name, colours] of Object.entries(scales)) {
  console.log(name.padEnd(8), colours.map((hex) => lightness(light(hex)).toFixed(0)).join(" → "));
}

// #endregion

// #region heat
import { display } from "@gradus/core";
import { loadWeather } from "@gradus/data";
import { heatmap } from "@gradus/plot";

const days = (await loadWeather()).rows();
const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const years = [2012, 2013, 2014, 2015];
const warmth = years.map((year) =>
  months.map((_, month) => {
    const its = days.filter(
      ({ date }) => date?.getUTCFullYear() === year && date.getUTCMonth() === month,
    );
    return its.reduce((sum, { temp_max }) => sum + temp_max, 0) / its.length;
  }),
);
display(
  heatmap({
    values: warmth,
    rows: years.map(String),
    columns: months,
    decimals: 0,
    title: "Mean daily maximum in Seattle (°C)",
  }),
);
// #endregion

// #region blind
/** What somebody without the middle cones sees (deuteranopia; Machado and others, 2009). */
function deuteranope([r, g, b]: RGB): RGB {
  const mixed: RGB = [
    0.367322 * r + 0.860646 * g - 0.227968 * b,
    0.280085 * r + 0.672501 * g + 0.047413 * b,
    -0.01182 * r + 0.04294 * g + 0.968881 * b,
  ];
  return mixed.map((c) => Math.min(1, Math.max(0, c))) as RGB;
}

/** How different two colours look: the distance in CIE's Lab space; about 2 is just visible. */
function apart(p: RGB, q: RGB): number {
  const lab = ([r, g, b]: RGB) => {
    const x = (0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505;
    const y = 0.2126 * r + 0.7152 * g + 0.0722 * b;
    const z = (0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089;
    const [fx, fy, fz] = [x, y, z].map((t) => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116));
    return [116 * fy! - 16, 500 * (fx! - fy!), 200 * (fy! - fz!)];
  };
  const [a, b] = [lab(p), lab(q)];
  return Math.hypot(...a.map((value, i) => value - b[i]!));
}

const pairs = {
  "red, green": ["#b22222", "#2e8b22"],
  "blue, vermillion": ["#0072b2", "#d55e00"],
};
for (const [name, [p, q]] of Object.entries(pairs)) {
  const [one, other] = [light(p!), light(q!)];
  const [all, some] = [apart(one, other), apart(deuteranope(one), deuteranope(other))];
  console.log(name.padEnd(16), all.toFixed(0), "→", some.toFixed(0));
}
// #endregion
