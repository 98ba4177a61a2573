import { RandomGenerator } from "@gradus/core";
import { defineCheck, expectClose, expectThat } from "@gradus/course-kit";
import { randn } from "@gradus/tensor";

interface Entry {
  readonly inputs: readonly number[];
  readonly slopes: readonly number[];
}

interface Submission {
  gradients(graph: readonly Entry[]): number[];
}

/** One way to walk: how a gradient and a slope combine, whether to add, and from which end. */
type Walk = (graph: readonly Entry[]) => number[];

const walk =
  (combine: (gradient: number, slope: number) => number, add: boolean, fromTheEnd: boolean): Walk =>
  (graph) => {
    const found = graph.map((_, i): number => (i === graph.length - 1 ? 1 : 0));
    const places = [...graph.keys()];
    for (const place of fromTheEnd ? places.reverse() : places) {
      graph[place]!.inputs.forEach((input, i) => {
        const share = combine(found[place]!, graph[place]!.slopes[i]!);
        found[input] = add ? found[input]! + share : share;
      });
    }
    return found;
  };

const times = (gradient: number, slope: number) => gradient * slope;
const right = walk(times, true, true);

export default defineCheck(({ gradients }: Submission) => {
  for (const graph of [square(), ...[1, 2, 3, 4].map(randomGraph)]) {
    const found = gradients(graph);
    expectThat(Array.isArray(found), "`gradients` returns a list, one number for each entry.");
    expectClose(found, right(graph), {
      of: `the gradients of a graph of ${graph.length} entries`,
      mistakes: {
        overwrites: walk(times, false, true)(graph),
        "front-to-back": walk(times, true, false)(graph),
        "slopes-added": walk((gradient, slope) => gradient + slope, true, true)(graph),
      },
    });
  }
});

/** sin(x) · x at x = 2: x is used twice. */
function square(): Entry[] {
  return [
    { inputs: [], slopes: [] },
    { inputs: [0], slopes: [Math.cos(2)] },
    { inputs: [1, 0], slopes: [2, Math.sin(2)] },
  ];
}

/** Two variables, then entries on any two before them; the last one uses all that nobody has used. */
function randomGraph(seed: number): Entry[] {
  const random = new RandomGenerator(seed);
  const slopesOf = (count: number) => randn([count], { random }).toArray<number[]>();
  const graph: Entry[] = [
    { inputs: [], slopes: [] },
    { inputs: [], slopes: [] },
  ];
  for (let i = 0; i < 3 + seed; i++) {
    const [a, b] = slopesOf(2).map((value) => Math.floor(Math.abs(value) * 1e4) % graph.length);
    graph.push({ inputs: [a!, b!], slopes: slopesOf(2) });
  }
  const used = new Set(graph.flatMap(({ inputs }) => inputs));
  const ends = [...graph.keys()].filter((place) => !used.has(place));
  graph.push({ inputs: ends, slopes: slopesOf(ends.length) });
  return graph;
}
