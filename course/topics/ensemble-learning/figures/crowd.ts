import { defineFigure, type Point } from "@gradus/course-kit";
import { crowdWrong } from "../crowd";

const MOST = 51;
const SIZES = Array.from({ length: (MOST + 1) / 2 }, (_, i) => 2 * i + 1);

export default defineFigure({
  id: "crowd",
  title: "How many voters, and how much alike",
  caption:
    "Voters who are right 70 % of the time: how many does it take for 5 % errors? Now let them share an opinion on a fifth of the questions. Then make each voter a bit worse than a coin.",
  controls: {
    right: {
      kind: "slider",
      label: "Each voter is right",
      min: 40,
      max: 95,
      step: 1,
      value: 70,
      unit: "%",
    },
    common: {
      kind: "slider",
      label: "Questions with one common opinion",
      min: 0,
      max: 60,
      step: 5,
      value: 0,
      unit: "%",
    },
    voters: { kind: "slider", label: "Voters", min: 1, max: MOST, step: 2, value: 3 },
  },

  model: ({ right, common, voters }) => {
    const size = Math.min(MOST, Math.max(1, 2 * Math.round((voters - 1) / 2) + 1));
    const errors = SIZES.map((each) => crowdWrong(each, right / 100, common / 100));
    return {
      size,
      errors,
      now: errors[(size - 1) / 2]!,
      floor: (common / 100) * (1 - right / 100),
    };
  },

  view: ({ size, errors, now, floor }, { common }) => ({
    panels: [
      {
        title: "Error of the majority by the size of the crowd",
        x: { label: "Voters", domain: [0, MOST + 1] },
        y: { label: "Wrong (%)", domain: [0, Math.max(40, 100 * Math.max(...errors) + 4)] },
        marks: [
          {
            kind: "line",
            points: [
              [0, 100 * errors[0]!],
              [MOST + 1, 100 * errors[0]!],
            ],
            role: "muted",
            dash: true,
          },
          {
            kind: "text",
            at: [MOST, 100 * errors[0]! + (now > errors[0]! ? -3 : 1.2)],
            text: "one voter alone",
            role: "muted",
            anchor: "end",
          },
          ...(common > 0
            ? ([
                {
                  kind: "line",
                  points: [
                    [0, 100 * floor],
                    [MOST + 1, 100 * floor],
                  ],
                  role: "error",
                  dash: true,
                },
                {
                  kind: "text",
                  at: [MOST, 100 * floor - 2.4],
                  text: "wrong all together",
                  role: "error",
                  anchor: "end",
                },
              ] as const)
            : []),
          {
            kind: "line",
            points: SIZES.map((each, i): Point => [each, 100 * errors[i]!]),
            role: "model",
            width: 2,
          },
          {
            kind: "points",
            points: SIZES.map((each, i): Point => [each, 100 * errors[i]!]),
            role: "model",
            radius: 3,
          },
          { kind: "points", points: [[size, 100 * now]], role: "accent", radius: 7 },
        ],
      },
    ],
    readouts: [
      { label: "Voters", value: `${size}`, role: "accent" },
      { label: "Majority wrong", value: percent(now), role: "accent" },
      { label: "One voter wrong", value: percent(errors[0]!) },
      { label: "With ever more voters", value: percent(limit(errors[0]!, floor, common / 100)) },
    ],
  }),

  describe: ({ size, errors, now, floor }, { right, common }) =>
    `Each voter is right with ${right} %, and on ${common} % of the questions all share one opinion. ` +
    `The majority of ${size} ${size === 1 ? "voter" : "voters"} is wrong with ${percent(now)}, one voter alone with ${percent(errors[0]!)}. ` +
    `With ever more voters the error goes to ${percent(limit(errors[0]!, floor, common / 100))}.`,
});

/** Where the error ends: independent voters are all right, all wrong, or stay coins. */
function limit(alone: number, floor: number, common: number): number {
  if (Math.abs(alone - 0.5) < 1e-9) return 0.5;
  return floor + (alone > 0.5 ? 1 - common : 0);
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
