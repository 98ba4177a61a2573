import { defineFigure, type Mark, type Point } from "@gradus/course-kit";
import { type Column, columns } from "../misses";

const NAMES = Object.keys(columns);
const [LOW, HIGH] = [-68, 40];

export default defineFigure({
  id: "leftovers",
  title: "Ask what is left over",
  caption:
    "By how much the model misses, in groups: to the right were sold for more than it guessed. The bars are two standard errors each way. Go through the columns. Where do the groups differ for more than luck, and what does the column add as a feature?",
  controls: {
    column: { kind: "choice", label: "Column", choices: NAMES, value: NAMES[3]! },
  },

  model: ({ column }) => {
    const { groups, gain } = (columns as Record<string, Column>)[column] ?? columns.Fireplaces;
    const clear = groups.filter(({ miss, error }) => Math.abs(miss) > 2 * error);
    return { groups, gain, clear };
  },

  view: ({ groups, gain, clear }) => {
    const rows = groups.length;
    const y = (i: number) => rows - i - 0.5;
    const line = (x: number): Mark => ({
      kind: "segments",
      segments: [
        [
          [x, 0],
          [x, rows],
        ],
      ],
      role: "muted",
      dash: true,
    });
    return {
      panels: [
        {
          title: "Mean miss of the group",
          x: { label: "Sold for more than guessed (%)", domain: [LOW, HIGH] },
          y: { label: "", domain: [0, rows], hidden: true },
          marks: [
            line(0),
            {
              kind: "segments",
              segments: groups.map(({ miss, error }, i): readonly [Point, Point] => [
                [Math.max(LOW + 20, miss - 2 * error), y(i)],
                [Math.min(HIGH, miss + 2 * error), y(i)],
              ]),
              role: "data",
              width: 2,
            },
            {
              kind: "points",
              points: groups.map(({ miss }, i): Point => [miss, y(i)]),
              role: "data",
              radius: 5,
            },
            ...groups.map(
              ({ name }, i): Mark => ({
                kind: "text",
                at: [LOW + 1, y(i)],
                text: name,
                anchor: "start",
              }),
            ),
          ],
        },
      ],
      readouts: [
        { label: "Groups off by more than two errors", value: `${clear.length} of ${rows}` },
        { label: "R² gained by the column", value: signed(gain, 4), role: "model" },
      ],
    };
  },

  describe: ({ groups, gain, clear }, { column }) => {
    const list = groups.map(({ name, miss }) => `${name} ${signed(miss, 1)} %`).join(", ");
    return (
      `${column}: mean misses of the groups are ${list}. ` +
      `${clear.length} of ${groups.length} are more than two standard errors from 0. ` +
      `As one more column it changes the cross-validated R² by ${signed(gain, 4)}.`
    );
  },
});

function signed(value: number, digits: number): string {
  return value.toFixed(digits).replace("-", "−");
}
