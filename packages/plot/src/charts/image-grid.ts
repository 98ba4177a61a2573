import { checkInteger, ShapeError, ValueError } from "@gradus/core";
import { Chart } from "../chart";
import { counted, extent } from "../describe/numbers";
import { type FlatMatrix, type Matrix, toMatrix } from "../matrix";
import type { ChartSpec, ColorScaleSpec, PanelsSpec } from "../spec";
import { type Names, toNames } from "./groups";
import { type ChartOptions, titlesOf } from "./options";

/** What a grid of images shows. */
export interface ImageGridOptions extends Pick<ChartOptions, "title" | "subtitle"> {
  /** Gray images: rows of numbers, or a tensor of shape (images, rows, columns). */
  readonly images:
    | readonly Matrix[]
    | { readonly shape: readonly number[]; data(): ArrayLike<number> };
  /** A word for each image, written above it. */
  readonly labels?: Names;
  /** How many images stand in a row. Default so that the grid is wider than high. */
  readonly columns?: number;
  /** The numbers of black and white. Default the smallest and the largest of all images. */
  readonly domain?: readonly [black: number, white: number];
}

const EMPTY = { scale: "linear", show: "none" } as const;

/**
 * Gray images beside each other, from black for the smallest number to white for the largest.
 *
 * @throws ValueError for no image or no finite number; ShapeError for rows of different lengths, a tensor that has
 *   not three dimensions, or labels that do not fit; ParameterError unless `columns` is an integer > 0.
 * @roadmap DAT-006
 * @example
 * ```ts
 * imageGrid({ images: [[[0, 1], [1, 0]]], labels: ["a cross"] }).description; // → 1 image of 2 by 2 points: a cross.
 * ```
 */
export function imageGrid(options: ImageGridOptions): Chart {
  const where = "imageGrid";
  const images = imagesOf(where, options.images);
  const labels = options.labels ? toNames(where, "labels", options.labels) : [];
  if (options.labels && labels.length !== images.length) {
    throw new ShapeError(`${where}: expected ${images.length} labels, got ${labels.length}`);
  }
  const finite = images.flatMap(({ values }) => extent(values.filter(Number.isFinite)));
  const domain = options.domain ?? extent(finite.filter(Number.isFinite));
  if (!Number.isFinite(domain[1] - domain[0])) {
    throw new ValueError(`${where}: expected at least one finite number, got none`);
  }
  const colors: ColorScaleSpec = { type: "gray", domain };
  const usual = Math.min(images.length, Math.ceil(Math.sqrt(images.length * 2)));
  const nColumns = checkInteger(where, "columns", options.columns ?? usual, 1);
  const { nRows, nColumns: width } = images[0]!;
  const size = `${nRows} by ${width} points`;
  const names =
    labels.length > 0 ? `: ${labels.map((label) => label ?? "no label").join(", ")}` : "";
  const panels = images.map((image, i) => imageSpec(image, colors, labels[i]));
  const rows = Array.from({ length: Math.ceil(panels.length / nColumns) }, (_, r) =>
    panels.slice(r * nColumns, (r + 1) * nColumns),
  );
  const grid: PanelsSpec = { rows, gap: 10 };
  return new Chart({
    version: 1,
    ...titlesOf(options),
    x: EMPTY,
    y: EMPTY,
    layers: [],
    panels: grid,
    aspect: gridAspect(rows.length, nColumns, nRows / width, labels.length > 0),
    summary: `${counted(images.length, "image")} of ${size}${names}.`,
  });
}

/** Height over width of the whole, at 640 pixels, so that the points of an image are square. */
function gridAspect(nRows: number, nColumns: number, aspect: number, labelled: boolean): number {
  const [gap, title] = [10, labelled ? 20 : 0];
  const width = (640 - gap * (nColumns - 1)) / nColumns - 4;
  const height = width * aspect + 8 + title;
  return (nRows * height + gap * (nRows - 1) + 8) / 640;
}

function imagesOf(where: string, images: ImageGridOptions["images"]): FlatMatrix[] {
  const list = "data" in images ? slices(where, images) : images;
  if (list.length === 0) throw new ValueError(`${where}: expected at least one image, got none`);
  return Array.from(list, (image, i) => toMatrix(where, `image ${i}`, image));
}

function slices(
  where: string,
  tensor: { readonly shape: readonly number[]; data(): ArrayLike<number> },
): Matrix[] {
  const { shape } = tensor;
  if (shape.length !== 3) {
    throw new ShapeError(
      `${where}: expected images of shape (n, rows, columns), got (${shape.join(", ")})`,
    );
  }
  const [n, rows, columns] = shape as readonly [number, number, number];
  const all = Array.from(tensor.data());
  const one = rows * columns;
  return Array.from({ length: n }, (_, i) => ({
    shape: [rows, columns],
    data: () => all.slice(i * one, (i + 1) * one),
  }));
}

function imageSpec(
  { nRows, nColumns, values }: FlatMatrix,
  colors: ColorScaleSpec,
  title: string | undefined,
): ChartSpec {
  return {
    version: 1,
    ...(title === undefined ? {} : { title }),
    x: { ...EMPTY, domain: [0, nColumns] },
    y: { ...EMPTY, domain: [0, nRows], flipped: true },
    layers: [
      {
        mark: "cells",
        nRows,
        nColumns,
        values,
        x: [0, nColumns],
        y: [0, nRows],
        colors,
        nDropped: 0,
      },
    ],
  };
}
