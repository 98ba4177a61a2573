import { checkBetween, checkOneOf, ValueError } from "@gradus/core";
import { Chart } from "../chart";
import { named, sentence } from "../describe/describe-chart";
import { extent, inWords, minus } from "../describe/numbers";
import { type Band, bootstrapBand } from "../numeric/bootstrap-band";
import { linearFit } from "../numeric/linear-fit";
import type { Layer } from "../spec";
import { toNumbers, type Values } from "../values";
import { axesOf, type ChartOptions, drawable, titlesOf } from "./options";

/** What a regression plot shows. */
export interface RegPlotOptions extends Omit<ChartOptions, "xScale" | "yScale"> {
  readonly x: Values;
  readonly y: Values;
  /** How sure the band is, between 0 and 1. Default 0.95. */
  readonly confidence?: number;
  /** The band from Student's t ("analytic", the default) or from lines through resamples of the points ("bootstrap"). */
  readonly band?: "analytic" | "bootstrap";
  /** How many resamples the bootstrap draws. Default 1000. */
  readonly nBoot?: number;
  /** Of the bootstrap's random numbers. Default 0. */
  readonly seed?: number;
}

/** How many pieces the edges of the band have; the bootstrap's have seaborn's points. */
const STEPS = { analytic: 60, bootstrap: 99 } as const;

/**
 * Points with their line of least squares and the band in which the true mean of y lies with the given confidence,
 * if y scatters evenly and normally around a line: ŷ ± t·s·√(1/n + (x − x̄)²/Σ(xᵢ − x̄)²). Seaborn's `regplot` draws the
 * same line, and a band by the bootstrap; so does `band: "bootstrap"`, with seaborn's numbers for
 * `seed=np.random.RandomState(seed)`.
 *
 * @throws ShapeError if x and y differ in length; ValueError for fewer than three points or equal x;
 *   ParameterError for a confidence outside 0 to 1, a domain, a kind of band, a number of resamples or a seed that
 *   cannot be.
 * @roadmap DAT-004
 * @roadmap DAT-006
 * @example
 * ```ts
 * const chart = regPlot({ x: [1, 2, 3, 4], y: [2, 4, 5, 8], xLabel: "Hours", yLabel: "Score" });
 * chart.spec.layers.map((layer) => layer.mark); // → ["shapes", "points", "line"]
 * ```
 */
export function regPlot(options: RegPlotOptions): Chart {
  const where = "regPlot";
  const confidence = checkBetween(where, "confidence", options.confidence ?? 0.95, [0, 1]);
  const axes = axesOf(where, options);
  const lists = [toNumbers(where, "x", options.x), toNumbers(where, "y", options.y)] as const;
  const points = drawable(where, lists, axes);
  const [low, high] = extent(points.x);
  if (points.x.length < 3 || low === high) {
    throw new ValueError(
      `${where}: expected at least three points at different x, got ${points.x.length} from ${low} to ${high}`,
    );
  }
  const fit = linearFit(points.x, points.y);
  const kind = checkOneOf(where, "band", options.band ?? "analytic", ["analytic", "bootstrap"]);
  const steps = STEPS[kind];
  const at = Array.from({ length: steps + 1 }, (_, i) => low + ((high - low) * i) / steps);
  const band = bandOf(points, [...at, (low + high) / 2], { ...options, confidence });
  const middle = (band.high.at(-1)! - band.low.at(-1)!) / 2;
  const ring = {
    x: [...at, ...[...at].reverse()],
    y: [...band.high.slice(0, -1), ...band.low.slice(0, -1).reverse()],
  };
  const [x, y] = [named(axes.x, "x"), named(axes.y, "y")];
  const percent = minus(String(Number((100 * confidence).toPrecision(4))));
  const summary = sentence(
    `The line of least squares is ${y.name} = ${inWords(fit.intercept)} ${fit.slope < 0 ? "\u2212" : "+"} ${inWords(Math.abs(fit.slope))} · ${x.name}, with R² ${inWords(fit.r2)}; the band of ${percent}\u00a0% confidence is ± ${y.with(middle)} wide in the middle`,
  );
  const layers: Layer[] = [
    {
      mark: "shapes",
      shapes: [{ rings: [ring] }],
      color: "vermillion",
      opacity: 0.18,
      summary: "",
      nDropped: 0,
    },
    { mark: "points", color: "blue", ...points },
    {
      mark: "line",
      x: [low, high],
      y: [fit.at(low), fit.at(high)],
      color: "vermillion",
      summary,
      nDropped: 0,
    },
  ];
  return new Chart({ version: 1, ...titlesOf(options), ...axes, layers });
}

/** The ends of the band at each of `at`. */
function bandOf(
  points: { readonly x: readonly number[]; readonly y: readonly number[] },
  at: readonly number[],
  options: RegPlotOptions & { readonly confidence: number },
): Band {
  const { band = "analytic", confidence, nBoot = 1000, seed = 0 } = options;
  if (band === "bootstrap") {
    return bootstrapBand("regPlot", points, at, { confidence, nBoot, seed });
  }
  const fit = linearFit(points.x, points.y);
  const half = at.map((x) => fit.halfWidth(x, confidence));
  return {
    low: at.map((x, i) => fit.at(x) - half[i]!),
    high: at.map((x, i) => fit.at(x) + half[i]!),
  };
}
