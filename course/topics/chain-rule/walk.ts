// Walks a graph forward and backward, one node a step.
import type { Node } from "./expression";

/** What a step does: computes a node, starts at the result with 1, or hands a node's gradient to its inputs. */
export interface Step {
  readonly kind: "start" | "forward" | "seed" | "backward";
  readonly node: number;
}

/** The graph after some steps. */
export interface Walk {
  /** Of each node, as far as it is known. */
  readonly values: readonly (number | undefined)[];
  readonly gradients: readonly (number | undefined)[];
  readonly last: Step;
  /** What the last step, if it went backward, handed to each input. */
  readonly handed: readonly {
    readonly to: number;
    readonly slope: number;
    readonly amount: number;
  }[];
  readonly step: number;
  readonly nSteps: number;
  /** Set if some number is not finite: the walk ends before it. */
  readonly problem?: string;
}

/** Which nodes depend on a variable: only these have a use for a gradient. */
export function dependOnVariables(nodes: readonly Node[]): readonly boolean[] {
  const depend: boolean[] = [];
  for (const { variable, inputs } of nodes)
    depend.push(variable !== undefined || inputs.some((input) => depend[input]));
  return depend;
}

/** All steps of a graph: operations forward, 1 at the result, and back through those that depend on a variable. */
export function stepsOf(nodes: readonly Node[]): readonly Step[] {
  const depend = dependOnVariables(nodes);
  const operations = nodes.flatMap(({ operation }, node) => (operation ? [node] : []));
  return [
    { kind: "start", node: nodes.length - 1 },
    ...operations.map((node): Step => ({ kind: "forward", node })),
    { kind: "seed", node: nodes.length - 1 },
    ...operations
      .reverse()
      .filter((node) => depend[node])
      .map((node): Step => ({ kind: "backward", node })),
  ];
}

/** The first so many steps of a graph. Variables without a value are 1. */
export function walkGraph(
  nodes: readonly Node[],
  given: ReadonlyMap<string, number>,
  nSteps: number,
): Walk {
  const steps = stepsOf(nodes);
  const depend = dependOnVariables(nodes);
  const end = Math.min(Math.max(Math.floor(nSteps), 0), steps.length - 1);
  const values = nodes.map(({ constant, variable }): number | undefined =>
    variable === undefined ? constant : (given.get(variable) ?? 1),
  );
  const gradients: (number | undefined)[] = nodes.map(() => undefined);
  let handed: Walk["handed"] = [];
  let last = steps[0]!;
  let taken = 0;
  for (const step of steps.slice(1, end + 1)) {
    const { inputs, operation } = nodes[step.node]!;
    const [a = 0, b = 0] = inputs.map((input) => values[input]!);
    handed = [];
    if (step.kind === "forward") values[step.node] = operation!.value(a, b);
    if (step.kind === "seed") gradients[step.node] = 1;
    if (step.kind === "backward") {
      const slopes = operation!.slopes(a, b, values[step.node]!);
      handed = inputs.flatMap((to, i) => {
        const slope = slopes[i]!;
        return depend[to] ? [{ to, slope, amount: gradients[step.node]! * slope }] : [];
      });
    }
    const after = [values[step.node]!, ...handed.flatMap(({ slope, amount }) => [slope, amount])];
    if (!after.every((number) => Number.isFinite(number) && Math.abs(number) < 1e15)) {
      if (step.kind === "forward") values[step.node] = undefined;
      const problem = `${nodes[step.node]!.label} has no finite ${step.kind === "forward" ? "value" : "slope"} here. Try other numbers.`;
      return { values, gradients, last, handed: [], step: taken, nSteps: taken, problem };
    }
    for (const { to, amount } of handed) gradients[to] = (gradients[to] ?? 0) + amount;
    last = step;
    taken += 1;
  }
  return { values, gradients, last, handed, step: taken, nSteps: steps.length - 1 };
}
