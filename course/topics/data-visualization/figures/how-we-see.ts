import { defineFigure, type Mark, type Point } from "@gradus/course-kit";

/** What B is of A, in percent, pair after pair. */
const SHARES = [37, 62, 81, 24, 55, 72, 43, 88, 30, 67];
const LONGEST = 7.5;
const RADIUS = 2.2;
const DARK = 220;
const WAYS = ["position", "length", "area", "grey"] as const;
type Way = (typeof WAYS)[number];

export default defineFigure({
  id: "how-we-see",
  title: "Four ways to show one number",
  caption:
    "A is 100. How much is B? Guess, then show the answer. Take a few pairs of each kind, and compare how far you are off.",
  controls: {
    way: { kind: "choice", label: "Shown by", choices: WAYS, value: "position" },
    guess: { kind: "slider", label: "B is", min: 0, max: 100, step: 1, value: 50, unit: "% of A" },
    shown: { kind: "toggle", label: "Show the answer", value: false },
    next: { kind: "button", label: "Next pair", value: 0 },
  },

  model: ({ way, next }) => {
    const kind = way as Way;
    const percent = SHARES[(3 * WAYS.indexOf(kind) + next) % SHARES.length]!;
    return { kind, percent, share: percent / 100 };
  },

  view: ({ kind, percent, share }, { guess, shown }) => ({
    panels: [
      {
        title: TITLES[kind],
        x: { label: "", domain: [0, 10], hidden: true },
        y: { label: "", domain: [0, 6], hidden: true },
        equalUnits: true,
        marks: MARKS[kind](share),
      },
    ],
    readouts: [
      { label: "Your guess", value: `${guess.toFixed(0)} %`, role: "accent" },
      ...(shown
        ? ([
            { label: "The answer", value: `${percent} %`, role: "good" },
            { label: "Off by", value: `${Math.abs(guess - percent).toFixed(0)} points` },
          ] as const)
        : []),
    ],
  }),

  describe: ({ kind, percent, share }, { guess, shown }) => {
    const answer = shown
      ? `B is ${percent} % of A, and you are off by ${Math.abs(guess - percent).toFixed(0)} points.`
      : "How much is B of A?";
    return `${WORDS[kind](share)} ${answer} Your guess is ${guess.toFixed(0)} %.`;
  },

  press: (_, { next }) => ({ next: next + 1, shown: false, guess: 50 }),
});

const TITLES: Readonly<Record<Way, string>> = {
  position: "Heights above one base line",
  length: "Lengths that start at different places",
  area: "Areas",
  grey: "Shades of grey, from white",
};

const WORDS: Readonly<Record<Way, (share: number) => string>> = {
  position: (share) =>
    `Two dots on one scale: A stands 48 units above the base line and B ${(48 * share).toFixed(1)}.`,
  length: (share) =>
    `Two bars that start at different places: A is ${10 * LONGEST} units long and B ${(10 * LONGEST * share).toFixed(1)}.`,
  area: (share) =>
    `Two circles that show values by their areas: A has a radius of ${10 * RADIUS} units and B one of ${(10 * RADIUS * Math.sqrt(share)).toFixed(1)}.`,
  grey: (share) =>
    `Two squares on white: A is ${DARK} of 255 steps darker than white and B ${(DARK * share).toFixed(0)}.`,
};

const MARKS: Readonly<Record<Way, (share: number) => readonly Mark[]>> = {
  position: (share) => [
    {
      kind: "segments",
      segments: [
        segment([1.2, 0.5], [9.3, 0.5]),
        segment([1.2, 0.5], [1.2, 5.5]),
        ...Array.from({ length: 11 }, (_, i) =>
          segment([1, 0.5 + 0.48 * i], [1.2, 0.5 + 0.48 * i]),
        ),
      ],
      role: "muted",
      width: 1,
    },
    {
      kind: "points",
      points: [
        [3.5, 5.3],
        [7, 0.5 + 4.8 * share],
      ],
      role: "data",
      radius: 6,
    },
    ...names([4, 5.3], [7.5, 0.5 + 4.8 * share]),
  ],
  length: (share) => [
    {
      kind: "rects",
      rects: [
        [
          [0.8, 3.6],
          [0.8 + LONGEST, 4.4],
        ],
        [
          [2.3, 1.6],
          [2.3 + LONGEST * share, 2.4],
        ],
      ],
      role: "data",
      opacity: 0.75,
    },
    ...names([0.4, 4], [1.9, 2]),
  ],
  area: (share) => [
    { kind: "polygon", points: circle([2.7, 3], RADIUS), role: "data", opacity: 0.75 },
    {
      kind: "polygon",
      points: circle([7.3, 3], RADIUS * Math.sqrt(share)),
      role: "data",
      opacity: 0.75,
    },
    ...names([2.7, 5.6], [7.3, 5.6]),
  ],
  grey: (share) => [
    {
      kind: "image",
      values: [[255]],
      corners: [
        [0.2, 0.3],
        [9.8, 5.1],
      ],
    },
    ...[DARK, DARK * share].map(
      (dark, i): Mark => ({
        kind: "image",
        values: [[255 - dark]],
        corners: [
          [1 + 4.5 * i, 1],
          [4.5 + 4.5 * i, 4.4],
        ],
      }),
    ),
    ...names([2.75, 5.6], [7.25, 5.6]),
  ],
};

function names(a: Point, b: Point): Mark[] {
  return [a, b].map((at, i) => ({ kind: "text", at, text: "AB"[i]!, anchor: "middle" }));
}

function segment(from: Point, to: Point): readonly [Point, Point] {
  return [from, to];
}

function circle([x, y]: Point, radius: number): Point[] {
  return Array.from({ length: 60 }, (_, i) => {
    const angle = (2 * Math.PI * i) / 60;
    return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
  });
}
