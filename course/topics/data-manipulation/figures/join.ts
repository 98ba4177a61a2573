import { defineFigure, type Mark, type Point } from "@gradus/course-kit";
import { type Join, joinRows, joins, type Pair } from "../joined";

const orders = [
  ["1001", "C1"],
  ["1002", "C2"],
  ["1003", "C1"],
  ["1005", "C9"],
] as const;
const once = [
  ["C1", "Ireland"],
  ["C2", "Spain"],
  ["C4", "Austria"],
] as const;
const twice = [...once, ["C1", "Spain"]] as const;

/** Where the columns of the two tables stand. */
const LEFT = [0.9, 2.9];
const RIGHT = [6.9, 9];

export default defineFigure({
  id: "join",
  title: "What comes out of a join",
  caption:
    "Choose which rows to keep, and follow the lines: every line is a match, and every match is a row. Then let a customer stand twice.",
  controls: {
    how: { kind: "choice", label: "Keep", choices: joins, value: "left" },
    twice: { kind: "toggle", label: "C1 stands twice", value: false },
  },

  model: ({ how, twice: isTwice }) => {
    const customers = isTwice ? twice : once;
    const [left, right] = [orders.map(([, id]) => id), customers.map(([id]) => id)];
    return { customers, left, right, rows: joinRows(left, right, how as Join) };
  },

  view: ({ customers, left, right, rows }, { how }) => ({
    panels: [
      {
        title: "Orders and customers",
        x: { label: "", domain: [0, 10], hidden: true },
        y: { label: "", domain: [-4.6, 0.6], hidden: true },
        marks: [
          ...table(["order", "id"], orders, LEFT, (i) => rows.some(([l]) => l === i)),
          ...table(["id", "country"], customers, RIGHT, (j) => rows.some(([, r]) => r === j)),
          {
            kind: "segments",
            role: "model",
            segments: left.flatMap((id, i) =>
              right.flatMap((other, j) => (other === id ? [link(i, j)] : [])),
            ),
          },
        ],
      },
      {
        title: `The result: ${rows.length} rows`,
        x: { label: "", domain: [0, 10], hidden: true },
        y: { label: "", domain: [-7.2, 0.6], hidden: true },
        marks: table(
          hasRight(how) ? ["order", "id", "country"] : ["order", "id"],
          rows.map((pair) => cells(pair, customers, how)),
          [0.9, 4, 7.6],
          () => true,
        ),
      },
    ],
    readouts: [
      { label: "Orders", value: String(orders.length) },
      { label: "Customers", value: String(customers.length) },
      { label: "Rows of the result", value: String(rows.length), role: "accent" },
    ],
  }),

  describe: ({ customers, rows }, { how, twice: isTwice }) => {
    const words = rows.map((pair) => cells(pair, customers, how).join(" ")).join("; ");
    return (
      `Orders 1001 and 1003 are of customer C1, 1002 of C2 and 1005 of C9. Customers are C1${isTwice ? ", twice" : ""}, C2 and C4. ` +
      `The ${how} join has ${rows.length} rows: ${words}.`
    );
  },
});

const hasRight = (how: string) => how !== "semi" && how !== "anti";

function cells([i, j]: Pair, customers: readonly (readonly string[])[], how: string): string[] {
  const order = i === undefined ? undefined : orders[i];
  const customer = j === undefined ? undefined : customers[j];
  const own = [order?.[0] ?? "–", order?.[1] ?? customer?.[0] ?? "–"];
  return hasRight(how) ? [...own, customer?.[1] ?? "–"] : own;
}

/** Words in columns, with a rule below the head; rows that the result does not have are quiet. */
function table(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  x: readonly number[],
  isKept: (i: number) => boolean,
): Mark[] {
  const [from, to] = [x[0]! - 0.9, x[head.length - 1]! + 1];
  const text = (words: string, k: number, y: number, quiet: boolean): Mark => ({
    kind: "text",
    at: [x[k]!, y],
    text: words,
    anchor: "middle",
    ...(quiet && { role: "muted" as const }),
  });
  return [
    {
      kind: "segments",
      segments: [
        [
          [from, -0.45],
          [to, -0.45],
        ],
      ],
      role: "muted",
    },
    ...head.map((name, k) => text(name, k, 0, true)),
    ...rows.flatMap((row, i) => row.map((cell, k) => text(cell, k, -1 - i, !isKept(i)))),
  ];
}

function link(i: number, j: number): [Point, Point] {
  return [
    [LEFT[1]! + 0.6, -1 - i],
    [RIGHT[0]! - 0.6, -1 - j],
  ];
}
