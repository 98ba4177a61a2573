import {
  defineFigure,
  type GraphNode,
  type Mark,
  type Panel,
  type Point,
  type Readout,
} from "@gradus/course-kit";
import { type Node, parseExpression, parseValues } from "../expression";
import { layoutGraph } from "../layout";
import { type Walk, walkGraph } from "../walk";

const SMALLEST = { columns: 4, rows: 4 };

export default defineFigure({
  id: "graph",
  title: "A formula as a graph, step by step",
  caption:
    "Values flow to the right, then gradients flow back to the left: each node multiplies what arrives by its own slopes. Type a formula of your own, with + − * / ^, parentheses, and exp, log, sqrt, sin, cos, tanh, sigmoid, relu.",
  controls: {
    formula: {
      kind: "text",
      label: "Formula",
      value: "(w * x + b - y)^2",
      problem: (text) => problemOf(parseExpression(text)),
      examples: [
        "x * x + sin(x) / y",
        "relu(-a * b) - -c",
        "x",
        "7",
        "log(x - 1)",
        "sqrt(0 * x)",
        "exp(exp(exp(9 * x)))",
        "a+b*c-d/e^f+g",
        "x^x^x",
        "((((x))))",
        "sigmoid(a * b + tanh(c * d + e)) * (a + c)",
      ],
    },
    numbers: {
      kind: "text",
      label: "Numbers",
      value: "w = 2, x = 3, b = 1, y = 5",
      problem: (text) => problemOf(parseValues(text)),
      examples: ["x = -2", "x = 1e99, w = 1e99", "w=,x", "x = 0; y = 0"],
    },
    step: { kind: "button", label: "Next step", value: 0 },
    back: { kind: "button", label: "Step back", value: 0 },
    all: { kind: "button", label: "All steps", value: 0 },
  },

  model: ({ formula, numbers, step }) => {
    const parsed = parseExpression(formula);
    if ("problem" in parsed) return { problem: parsed.problem };
    const given = parseValues(numbers);
    const values = "values" in given ? given.values : new Map<string, number>();
    const { nodes } = parsed;
    return { nodes, layout: layoutGraph(nodes), walk: walkGraph(nodes, values, step) };
  },

  view: (data) => {
    if ("problem" in data) return unread(data.problem);
    const { nodes, layout, walk } = data;
    const width = Math.max(layout.nColumns, SMALLEST.columns);
    const height = Math.max(layout.nRows, SMALLEST.rows);
    const middle = (1 - layout.nRows) / 2;
    return {
      panels: [
        {
          title:
            walk.last.kind === "seed" || walk.last.kind === "backward" ? "Backward" : "Forward",
          x: { label: "", domain: [-0.5, width - 0.5], hidden: true },
          y: {
            label: "",
            domain: [middle - height / 2 - 0.1, middle + height / 2 + 0.1],
            hidden: true,
          },
          marks: [
            ...edges(nodes, layout.points, walk),
            { kind: "nodes", nodes: nodes.map((node, i) => box(node, layout.points[i]!, walk, i)) },
          ],
        },
      ],
      readouts: [
        { label: `Step ${walk.step} of ${walk.nSteps}`, value: sentence(nodes, walk) },
        ...(walk.step < walk.nSteps || walk.problem ? [] : results(nodes, walk)),
      ],
    };
  },

  describe: (data) => {
    if ("problem" in data) return `The formula cannot be read: ${data.problem}`;
    const { nodes, walk } = data;
    const known = nodes.flatMap(({ label }, i) =>
      walk.values[i] === undefined ? [] : [`${label} is ${brief(walk.values[i])}`],
    );
    const gradients = nodes.flatMap(({ label }, i) =>
      walk.gradients[i] === undefined
        ? []
        : [`${label} has the gradient ${brief(walk.gradients[i])}`],
    );
    return `Step ${walk.step} of ${walk.nSteps}: ${sentence(nodes, walk)}. So far, ${[...known, ...gradients].join(", ")}.`;
  },

  press: (button, { formula, numbers, step }) => {
    const parsed = parseExpression(formula);
    if ("problem" in parsed) return { step: 0 };
    const given = parseValues(numbers);
    const values = "values" in given ? given.values : new Map<string, number>();
    const last = walkGraph(parsed.nodes, values, 1e9).nSteps;
    // The page counts a press of "step" before it asks; going back starts from the last step that there is.
    if (button === "step") return { step: Math.min(step, last) };
    return { step: button === "all" ? last : Math.max(0, Math.min(step, last) - 1) };
  },
});

/** An empty panel of the usual size, so that the page does not jump while somebody types. */
function unread(problem: string): { panels: Panel[]; readouts: Readout[] } {
  const axis = { label: "", domain: [0, 1] as const, hidden: true };
  const mark: Mark = { kind: "text", at: [0.5, 0.5], text: problem, anchor: "middle" };
  return {
    panels: [{ title: "Forward", x: axis, y: axis, marks: [mark] }],
    readouts: [{ label: "Step 0", value: "No graph yet" }],
  };
}

function problemOf(parsed: object): string | undefined {
  return "problem" in parsed ? String(parsed.problem) : undefined;
}

/** Grey arrows, those of the last step in colour with the slope that it multiplied by. */
function edges(nodes: readonly Node[], points: readonly Point[], { last, handed }: Walk): Mark[] {
  const lines = nodes.flatMap(({ inputs }, to) =>
    inputs.map((from) => ({ to, segment: [points[from]!, points[to]!] as const })),
  );
  const active = last.kind === "forward" || last.kind === "backward";
  const isNow = (to: number) => active && to === last.node;
  const [x1, y1] = points[last.node]!;
  return [
    {
      kind: "segments",
      segments: lines.filter(({ to }) => !isNow(to)).map(({ segment }) => segment),
      role: "muted",
      width: 1,
    },
    {
      kind: "segments",
      segments: lines.filter(({ to }) => isNow(to)).map(({ segment }) => segment),
      role: last.kind === "forward" ? "data" : "model",
      width: 2.5,
    },
    ...handed.map(({ to, slope }, i): Mark => {
      const [x0, y0] = points[to]!;
      const share = handed.length > 1 && handed[0]!.to === handed[1]!.to ? 0.35 + 0.3 * i : 0.5;
      const at: Point = [x0 + share * (x1 - x0), y0 + share * (y1 - y0) + 0.2];
      return { kind: "text", at, text: `×${brief(slope)}`, role: "model", anchor: "middle" };
    }),
  ];
}

function box(node: Node, at: Point, { values, gradients, last }: Walk, i: number): GraphNode {
  const value = values[i];
  const gradient = gradients[i];
  const now = last.kind !== "start" && last.node === i;
  return {
    at,
    text: node.label,
    role: now ? (last.kind === "forward" ? "data" : "model") : "muted",
    ...(value !== undefined &&
      node.constant === undefined && { above: { text: brief(value), role: "data" } }),
    ...(gradient !== undefined && { below: { text: brief(gradient), role: "model" } }),
  };
}

function sentence(nodes: readonly Node[], { last, handed, values, problem }: Walk): string {
  if (problem) return problem;
  const { label } = nodes[last.node]!;
  if (last.kind === "start") return "The inputs have their values";
  if (last.kind === "forward") return `${label} gives ${brief(values[last.node]!)}`;
  if (last.kind === "seed") return "The result changes by 1 for each 1 of itself";
  const parts = handed.map(({ to, amount }) => `${brief(amount)} to ${nodes[to]!.label}`);
  return `${label} hands ${parts.join(" and ")}`;
}

function results(nodes: readonly Node[], { gradients }: Walk) {
  return nodes.flatMap(({ variable }, i) =>
    variable === undefined
      ? []
      : [
          {
            label: `Slope for ${variable.slice(0, 10)}`,
            value: brief(gradients[i] ?? 0),
            role: "model" as const,
          },
        ],
  );
}

/** At most three digits, with a real minus. */
function brief(value: number): string {
  const text =
    value !== 0 && (Math.abs(value) >= 1e5 || Math.abs(value) < 1e-3)
      ? value.toExponential(1)
      : String(Number(value.toPrecision(3)));
  return text.replaceAll("-", "−");
}
