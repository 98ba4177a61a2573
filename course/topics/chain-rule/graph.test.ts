import { initialParams } from "@gradus/course-kit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Node, parseExpression, parseValues } from "./expression";
import graph from "./figures/graph";
import { layoutGraph } from "./layout";
import { stepsOf, walkGraph } from "./walk";

type Given = Readonly<Record<string, number>>;

function nodesOf(text: string): readonly Node[] {
  const parsed = parseExpression(text);
  if ("problem" in parsed) throw new Error(`${text}: ${parsed.problem}`);
  return parsed.nodes;
}

/** The value of a formula, by the walk forward. */
function resultOf(text: string, given: Given): number {
  const { values } = walkGraph(nodesOf(text), new Map(Object.entries(given)), 1e9);
  return values.at(-1)!;
}

/** What a learner may type, with the value that JavaScript gives. */
const formulas: readonly [text: string, given: Given, value: number][] = [
  ["(w * x + b - y)^2", { w: 2, x: 3, b: 1, y: 5 }, 4],
  ["x * x + x", { x: 3 }, 12],
  ["-x^2", { x: 3 }, -9],
  ["a - b - c / d / e", { a: 9, b: 2, c: 8, d: 2, e: 2 }, 5],
  ["2^-x", { x: 3 }, 0.125],
  ["a^b", { a: 2, b: 0.5 }, Math.SQRT2],
  ["sin(x) * cos(x) / x", { x: 0.7 }, (Math.sin(0.7) * Math.cos(0.7)) / 0.7],
  ["sigmoid(w·x − b)", { w: 2, x: 0.4, b: 1 }, 1 / (1 + Math.exp(0.2))],
  ["log(1 + exp(x))", { x: -0.3 }, Math.log1p(Math.exp(-0.3))],
  ["tanh(sqrt(x) * 2e-1) + relu(y) + relu(-y)", { x: 4, y: 1.5 }, Math.tanh(0.4) + 1.5],
  ["1000 * 0.1 * exp(-p/20) * (p - c)", { p: 15, c: 5 }, 1000 * Math.exp(-0.75)],
];

test("roadmap FND-020: the computational graph steps forward and backward on learner-typed expressions", () => {
  for (const [formula, given, value] of formulas) {
    const numbers = Object.entries(given)
      .map(([name, each]) => `${name} = ${each}`)
      .join(", ");
    let params = { ...initialParams(graph.controls), formula, numbers };
    const nodes = nodesOf(formula);
    const nSteps = stepsOf(nodes).length - 1;
    const seen = new Set<string>();
    for (let step = 0; step <= nSteps; step++) {
      const data = graph.model(params);
      if ("problem" in data) throw new Error(data.problem);
      expect(data.walk).toMatchObject({ step, nSteps });
      seen.add(graph.describe(data, params));
      // As the page does: it counts the press, then asks what else changes.
      params = { ...params, step: params.step + 1 };
      params = { ...params, ...graph.press!("step", params) };
    }
    expect(seen.size, formula).toBe(nSteps + 1);
    const data = graph.model(params);
    if ("problem" in data) throw new Error(data.problem);
    expect(data.walk.values.at(-1), formula).toBeCloseTo(value, 9);
    nodes.forEach(({ variable }, i) => {
      if (variable === undefined) return;
      const at = (shift: number) =>
        resultOf(formula, { ...given, [variable]: given[variable]! + shift });
      const difference = (at(1e-5) - at(-1e-5)) / 2e-5;
      const error = Math.abs(data.walk.gradients[i]! - difference);
      expect(error, `${variable} in ${formula}`).toBeLessThanOrEqual(
        1e-6 * Math.max(1, Math.abs(difference)),
      );
    });
    const back = { ...params, ...graph.press!("back", params) };
    expect(back.step).toBe(nSteps - 1);
    expect({ ...back, ...graph.press!("all", back) }.step).toBe(nSteps);
  }
});

describe("formulas", () => {
  test.each([
    ["", "Type a formula."],
    ["1 +", "The formula ends too early."],
    ["(x", "A ) is missing."],
    ["x)", "There is a ) without a ( before it."],
    ["2 x", "An operation is missing before “x”."],
    ["* x", "Something is missing before “*”."],
    ["foo(x)", "I do not know a function “foo”."],
    ["constructor(x)", "I do not know a function “constructo"],
    ["add(x)", "I do not know a function “add”."],
    ["x = 3", "I cannot read “= 3”."],
    ["a+b+c+d+e+f+g+h+i+j+k", "At most 18 nodes"],
  ])("%s: %s", (text, problem) => {
    expect(parseExpression(text)).toEqual({
      problem: expect.stringContaining(problem.slice(0, 30)),
    });
  });

  test("numbers: names with values, or the part that cannot be read", () => {
    expect(parseValues(" w = −2.5, x=3e2 ;b = .5,")).toEqual({
      values: new Map([
        ["w", -2.5],
        ["x", 300],
        ["b", 0.5],
      ]),
    });
    expect(parseValues("w = 2, x")).toEqual({ problem: expect.stringContaining("“x”") });
  });

  test("a number that is larger than any is a problem", () => {
    expect(parseExpression("1e920 + x")).toEqual({ problem: expect.stringContaining("“1e920”") });
  });

  test("any text is read or has a problem, and any walk ends with finite numbers", () => {
    const token = fc.constantFrom(
      "x",
      "y",
      "2",
      "0",
      "(",
      ")",
      "+",
      "-",
      "*",
      "/",
      "^",
      "exp",
      "log",
      "sqrt(",
      " ",
      "1e9",
      "é",
    );
    fc.assert(
      fc.property(fc.array(token, { maxLength: 20 }), (tokens) => {
        const parsed = parseExpression(tokens.join(""));
        if ("problem" in parsed) return parsed.problem !== "";
        const walk = walkGraph(parsed.nodes, new Map([["x", -2]]), 1e9);
        for (const number of [...walk.values, ...walk.gradients])
          if (number !== undefined) expect(Number.isFinite(number)).toBe(true);
        const { points } = layoutGraph(parsed.nodes);
        return new Set(points.map(String)).size === parsed.nodes.length;
      }),
    );
  });

  test("a value that is not finite ends the walk with a reason", () => {
    const walk = walkGraph(nodesOf("log(x - 1)"), new Map([["x", 1]]), 1e9);
    expect(walk.problem).toContain("log has no finite value here");
    expect(walk.step).toBe(1);
  });

  test("inputs stand to the left of what is computed from them, a row apart in a column", () => {
    const nodes = nodesOf("sigmoid(a * b + tanh(c * d + e)) * (a + c)");
    const { points, nColumns } = layoutGraph(nodes);
    nodes.forEach(({ inputs }, node) => {
      for (const input of inputs) expect(points[input]![0]).toBeLessThan(points[node]![0]);
    });
    for (let column = 0; column < nColumns; column++) {
      const rows = points
        .filter(([x]) => x === column)
        .map(([, y]) => y)
        .sort((a, b) => a - b);
      rows.slice(1).forEach((row, i) => {
        expect(row - rows[i]!).toBeGreaterThan(0.999);
      });
    }
  });
});
