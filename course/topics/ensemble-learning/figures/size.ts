import { defineFigure, type Point } from "@gradus/course-kit";
import { MAILS, type Members, members, SIZES } from "../errors";

const kinds = Object.keys(members) as Members[];
const roles = {
  "1-NN, all 57 columns": "data",
  "1-NN, 8 columns each": "good",
  "naive Bayes": "second",
} as const;

export default defineFigure({
  id: "size",
  title: "Error by the size of the ensemble",
  caption:
    "Real bags on 2,000 mails that none has seen. Move the size from 1 to 50. Which kind of member gains most from company, and which not at all? Is it the one that was best alone?",
  controls: {
    kind: { kind: "choice", label: "Members", choices: kinds, value: kinds[0]! },
    size: { kind: "slider", label: "Members in the bag", min: 1, max: SIZES, step: 1, value: 1 },
  },

  model: ({ kind: wanted, size: asked }) => {
    const kind = kinds.find((each) => each === wanted) ?? kinds[0]!;
    const size = Math.min(SIZES, Math.max(1, Math.round(asked)));
    const { bag, alone } = members[kind];
    return { kind, size, now: bag[size - 1]! / MAILS, alone, last: bag.at(-1)! / MAILS };
  },

  view: ({ kind, size, now, alone, last }) => ({
    panels: [
      {
        title: "Bags of one kind of filter, each on 400 mails",
        x: { label: "Members in the bag", domain: [0, SIZES + 1] },
        y: { label: "Wrong (%)", domain: [0, 30] },
        marks: [
          {
            kind: "line",
            points: [
              [0, 100 * alone],
              [SIZES + 1, 100 * alone],
            ],
            role: roles[kind],
            width: 1,
            dash: true,
          },
          ...kinds.map(
            (each) =>
              ({
                kind: "line",
                points: members[each].bag.map((wrong, i): Point => [i + 1, (100 * wrong) / MAILS]),
                role: roles[each],
                width: each === kind ? 3 : 1.5,
              }) as const,
          ),
          ...kinds.map(
            (each, i) =>
              ({
                kind: "text",
                at: [SIZES, (100 * members[each].bag.at(-1)!) / MAILS + [2.2, -2.2, 1][i]!],
                text: each,
                role: roles[each],
                anchor: "end",
              }) as const,
          ),
          { kind: "points", points: [[size, 100 * now]], role: roles[kind], radius: 7 },
        ],
      },
    ],
    readouts: [
      { label: "Members", value: `${size}`, role: roles[kind] },
      { label: "The bag is wrong", value: percent(now), role: roles[kind] },
      { label: "One member alone, mean of 50 (dashed)", value: percent(alone) },
      { label: "All 50 members", value: percent(last) },
    ],
  }),

  describe: ({ kind, size, now, alone, last }) =>
    `A bag of ${size} ${size === 1 ? "member" : "members"} of the kind ${kind} is wrong about ${percent(now)} of 2,000 mails. ` +
    `One of its members alone is wrong about ${percent(alone)} on average, and all 50 together about ${percent(last)}.`,
});

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
