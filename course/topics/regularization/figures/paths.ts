import { defineFigure, type Mark, type Point } from "@gradus/course-kit";
import { keptApart, learned, names } from "../moments";
import { lasso, missOf, ridge } from "../penalties";

const LOW = 0.01;
const HIGH = 60;
const STEPS = 48;
const LAMBDAS = Array.from({ length: STEPS + 1 }, (_, i) => LOW * (HIGH / LOW) ** (i / STEPS));

/** Weights for every λ, from the strongest down, so that each search starts near its end. */
const paths = { ridge: LAMBDAS.map((lambda) => ridge(learned, lambda)), lasso: lassoPath() };

/** Who gets a name at the left end, and in which colour. */
const NAMED = { bmi: "model", bp: "good", s5: "second", s1: "error" } as const;

export default defineFigure({
  id: "paths",
  title: "Ten weights under pressure",
  caption:
    "Move α and follow s1 and s5. Which panel gives exact zeros, and in which order do the weights leave? Stop where the miss on the patients kept apart is lowest.",
  controls: {
    alpha: {
      kind: "slider",
      label: "α",
      min: LOW,
      max: HIGH,
      step: 0.01,
      value: 0.1,
      scale: "log",
    },
  },

  model: ({ alpha: wanted }) => {
    const alpha = Math.min(HIGH, Math.max(LOW, wanted));
    const all = { ridge: ridge(learned, alpha), lasso: lasso(learned, alpha) };
    const misses = { ridge: missOf(keptApart, all.ridge), lasso: missOf(keptApart, all.lasso) };
    return { alpha, all, misses, left: all.lasso.filter((w) => w !== 0).length };
  },

  view: ({ alpha, all, misses, left }) => ({
    panels: (["ridge", "lasso"] as const).map((kind) => ({
      title: kind === "ridge" ? "Ridge: squares" : "Lasso: absolute values",
      x: { label: "α", domain: [LOW, HIGH], scale: "log" as const },
      y: { label: "Weight (points per standard deviation)", domain: [-36, 40] },
      marks: [
        {
          kind: "segments",
          segments: [
            [
              [alpha, -36],
              [alpha, 40],
            ],
          ],
          role: "accent",
          dash: true,
        },
        ...names.map(
          (name, j): Mark => ({
            kind: "line",
            points: LAMBDAS.map((lambda, i): Point => [lambda, paths[kind][i]![j]!]),
            role: roleOf(name),
            width: name in NAMED ? 2.5 : 1,
          }),
        ),
        ...names.map(
          (name, j): Mark => ({
            kind: "points",
            points: [[alpha, all[kind][j]!]],
            role: roleOf(name),
            radius: name in NAMED ? 5 : 3,
          }),
        ),
        ...names.flatMap((name, j): Mark[] =>
          name in NAMED
            ? [
                {
                  kind: "text",
                  at: [
                    LOW * 1.15,
                    paths[kind][0]![j]! +
                      (name === "s1" || (name === "s5" && kind === "ridge") ? -5 : 1.5),
                  ],
                  text: name,
                  role: roleOf(name),
                  anchor: "start",
                },
              ]
            : [],
        ),
      ],
    })),
    readouts: [
      { label: "α", value: alpha.toPrecision(2), role: "accent" },
      { label: "Miss of ridge, kept apart", value: misses.ridge.toFixed(1) },
      { label: "Miss of the lasso, kept apart", value: misses.lasso.toFixed(1) },
      { label: "Weights left in the lasso", value: `${left} of ${names.length}` },
    ],
  }),

  describe: ({ alpha, all, misses, left }) => {
    const gone = names.filter((_, j) => all.lasso[j] === 0);
    const sum = (w: readonly number[]) => w.reduce((s, x) => s + Math.abs(x), 0).toFixed(1);
    return (
      `At α = ${alpha.toPrecision(2)} the absolute weights of ridge add up to ${sum(all.ridge)}, those of the lasso to ${sum(all.lasso)}. ` +
      `Ridge keeps all ten; the lasso keeps ${left}${gone.length > 0 ? ` and has dropped ${gone.join(", ")}` : ""}. ` +
      `On patients kept apart ridge misses by ${misses.ridge.toFixed(1)} points and the lasso by ${misses.lasso.toFixed(1)}.`
    );
  },
});

function roleOf(name: string) {
  return name in NAMED ? NAMED[name as keyof typeof NAMED] : "muted";
}

function lassoPath(): number[][] {
  let w: number[] | undefined;
  return LAMBDAS.toReversed()
    .map((lambda) => {
      w = lasso(learned, lambda, w);
      return w;
    })
    .toReversed();
}
