import { type Displayable, type DisplayData, displaySymbol } from "@gradus/core";
import { describeChart } from "./describe/describe-chart";
import { svgToCanvas, svgToPNG } from "./render/png";
import { chartToSVG } from "./render/to-svg";
import { chartToText, type TextOptions } from "./render/to-text";
import type { ChartSpec } from "./spec";

/** How a chart becomes an SVG file. */
export interface SVGOptions {
  /** Default "light". */
  readonly theme?: "light" | "dark";
  /** In pixels. Default 640. */
  readonly width?: number;
  /** In pixels. Default 5/8 of the width. */
  readonly height?: number;
}

/** How a chart becomes a PNG file. */
export interface PNGOptions extends SVGOptions {
  /** Pixels of the file for each pixel of width and height. Default 2, which is sharp on most screens. */
  readonly scale?: number;
}

/**
 * A chart: a plain specification, the same in words, and its picture on demand.
 *
 * Made by `scatterPlot`, `barPlot`, `heatmap` and the like; `display(chart)` shows it.
 */
export class Chart implements Displayable {
  /** The chart as plain JSON, for `renderChart`. */
  readonly spec: ChartSpec;
  #description: string | undefined;

  constructor(spec: ChartSpec) {
    this.spec = spec;
  }

  get title(): string | undefined {
    return this.spec.title;
  }

  /** What the chart shows, in words and numbers, for readers who cannot see it. */
  get description(): string {
    this.#description ??= describeChart(this.spec);
    return this.#description;
  }

  /**
   * The picture as the text of an SVG file, on the theme's ground.
   *
   * @throws ParameterError unless width and height are positive.
   */
  async toSVG(options: SVGOptions = {}): Promise<string> {
    return chartToSVG(this.spec, options);
  }

  /**
   * The picture as the bytes of a PNG file. In Node it is drawn by `@resvg/resvg-js`, which is an optional
   * dependency, with the Inter typeface; in a page by the browser.
   *
   * @throws MissingPackageError in Node if `@resvg/resvg-js` is not installed; ParameterError unless width,
   *   height and scale are positive.
   */
  async toPNG({ scale = 2, ...options }: PNGOptions = {}): Promise<Uint8Array> {
    return svgToPNG(await this.toSVG(options), scale);
  }

  /**
   * The picture on a new canvas, in a page.
   *
   * @throws ValueError outside a page; ParameterError unless width, height and scale are positive.
   */
  async toCanvas({ scale = 2, ...options }: PNGOptions = {}): Promise<HTMLCanvasElement> {
    return svgToCanvas(await this.toSVG(options), scale);
  }

  /**
   * The picture in characters, for a terminal; `display` prints it there above the description.
   *
   * @throws ParameterError unless width is an integer from 20 and height one from 4.
   * @example
   * ```ts
   * linePlot({ y: [1, 3, 2], title: "Steps" }).toText({ width: 30, height: 5 }).split("\n")[0]; // → Steps
   * ```
   */
  toText(options: TextOptions = {}): string {
    return chartToText(this.spec, options);
  }

  toString(): string {
    return this.description;
  }

  [displaySymbol](): DisplayData {
    const { spec, description } = this;
    return { kind: "chart", spec, description, text: this.toText() };
  }
}
