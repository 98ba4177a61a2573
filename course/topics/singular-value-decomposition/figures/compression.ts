import { defineFigure, type Panel, type Point } from "@gradus/course-kit";
import { loadPagoda } from "@gradus/data";
import { svd } from "@gradus/tensor";

const picture = await loadPagoda();
const [height, width] = picture.shape as [number, number];
const { U, S, Vh } = svd(picture);
const rows = picture.toArray<number[][]>();
const left = U.toArray<number[][]>();
const values = S.toArray<number[]>();
const right = Vh.toArray<number[][]>();

const MOST = values.length;
const NUMBERS = width * height;
const KINDS = ["the first k layers", "layer k alone", "what is missing"] as const;
const BLACK_TO_WHITE = [0, 255] as const;
/** A layer alone and what is missing are dark and bright about a middle grey. */
const ABOUT_ZERO = [-60, 60] as const;

export default defineFigure({
  id: "compression",
  title: "A photograph in layers",
  caption:
    "Move the rank from 1 to 96 and stop where you no longer see a difference. Then look at single layers, and at what is still missing.",
  controls: {
    rank: { kind: "slider", label: "Rank k", min: 1, max: MOST, step: 1, value: 8 },
    show: { kind: "choice", label: "Second picture", choices: KINDS, value: KINDS[0] },
  },

  model: ({ rank: at, show }) => {
    const rank = Math.round(at);
    const [from, to] = show === KINDS[1] ? [rank - 1, rank] : [0, rank];
    const layers = sumOfLayers(from, to);
    const shown =
      show === KINDS[2]
        ? rows.map((row, i) => row.map((value, j) => value - layers[i]![j]!))
        : layers;
    return {
      rank,
      shown,
      kept: rank * (width + height + 1),
      error: Math.sqrt(squares(rank) / NUMBERS),
      energy: 1 - squares(rank) / squares(0),
    };
  },

  view: ({ rank, shown, kept, error, energy }, { show }) => ({
    panels: [
      photograph("The photograph, 96 × 144 pixels", rows, BLACK_TO_WHITE),
      photograph(titleOf(show, rank), shown, show === KINDS[0] ? BLACK_TO_WHITE : ABOUT_ZERO),
      {
        title: "All 96 singular values",
        x: { label: "Layer", domain: [0, MOST] },
        y: { label: "Singular value", domain: [1, 30_000], scale: "log" },
        marks: [
          {
            kind: "rects",
            rects: [
              [
                [0, 1],
                [rank, 30_000],
              ],
            ],
            role: "good",
            opacity: 0.1,
          },
          {
            kind: "points",
            points: values.map((value, i): Point => [i + 0.5, value]),
            role: "data",
            radius: 2,
          },
          {
            kind: "points",
            points: [[rank - 0.5, values[rank - 1]!]],
            role: "good",
            radius: 5,
          },
        ],
      },
    ],
    readouts: [
      {
        label: "Numbers to store",
        value: `${kept.toLocaleString("en-US")} of 13,824`,
        role: "good",
      },
      { label: "Share", value: percent(kept / NUMBERS), role: kept > NUMBERS ? "error" : "good" },
      { label: "Typical error of a pixel", value: `${error.toFixed(1)} greys`, role: "error" },
      { label: "Sum of squares kept", value: `${(100 * energy).toFixed(2)} %` },
    ],
  }),

  describe: ({ rank, kept, error, energy }, { show }) => {
    const size =
      kept > NUMBERS
        ? `more than the ${NUMBERS.toLocaleString("en-US")} of the photograph itself`
        : `${percent(kept / NUMBERS)} of the ${NUMBERS.toLocaleString("en-US")} of the photograph`;
    return (
      `With ${rank} of ${MOST} layers there are ${kept.toLocaleString("en-US")} numbers to store, ${size}. ` +
      `A pixel is typically off by ${error.toFixed(1)} of 255 greys, and ${(100 * energy).toFixed(2)} % of the sum of squares is kept. ` +
      `${looks(rank)} The second picture shows ${titleOf(show, rank).toLowerCase()}; singular value ${rank} is ${values[rank - 1]!.toFixed(0)}.`
    );
  },
});

/** σᵢ·uᵢ·vᵢᵀ for the layers from … to − 1, added up. */
function sumOfLayers(from: number, to: number): number[][] {
  return left.map((u) => {
    const row = new Array<number>(width).fill(0);
    for (let k = from; k < to; k++) {
      const weight = u[k]! * values[k]!;
      const v = right[k]!;
      for (let j = 0; j < width; j++) row[j]! += weight * v[j]!;
    }
    return row;
  });
}

/** The squares of the singular values from a place on. */
function squares(from: number): number {
  return values.slice(from).reduce((sum, value) => sum + value * value, 0);
}

function photograph(
  title: string,
  pixels: readonly (readonly number[])[],
  range: readonly [number, number],
): Panel {
  return {
    title,
    x: { label: "Column", domain: [0, width], hidden: true },
    y: { label: "Row", domain: [0, height], hidden: true },
    equalUnits: true,
    weight: 1.2,
    marks: [
      {
        kind: "image",
        values: pixels,
        corners: [
          [0, 0],
          [width, height],
        ],
        range,
      },
    ],
  };
}

function titleOf(show: string, rank: number): string {
  if (show === KINDS[1]) return `Layer ${rank} alone`;
  if (show === KINDS[2]) return rank === MOST ? "Nothing is missing" : `What ${rank} layers miss`;
  return rank === 1 ? "The first layer" : `The first ${rank} layers`;
}

function looks(rank: number): string {
  if (rank < 4) return "There are only bright and dark stripes across and down.";
  if (rank < 12) return "The pagoda's storeys can be made out, blurred along rows and columns.";
  if (rank < 40) return "The pagoda, the lake and the trees are clear, with a fine mesh over them.";
  return "The picture can hardly be told from the photograph.";
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
