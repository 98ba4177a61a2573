import { RandomGenerator } from "@gradus/core";
import { defineCheck, expectClose, expectThat, misconception } from "@gradus/course-kit";

type Vector = readonly number[];
type Gradient = (x: Vector) => Vector;

interface Submission {
  walk(gradient: Gradient, x0: Vector, learningRate: number, nSteps: number): Vector[];
}

export default defineCheck(({ walk }: Submission) => {
  for (const seed of [1, 2, 3, 4]) {
    const random = new RandomGenerator(seed);
    const numbers = (low: number, high: number) =>
      Array.from({ length: 1 + seed }, () => random.uniform(low, high));
    const [curvature, minimum, x0] = [numbers(0.5, 3), numbers(-2, 2), numbers(3, 5)];
    const gradient: Gradient = (x) => x.map((value, i) => curvature[i]! * (value - minimum[i]!));
    const [rate, nSteps] = [0.1 * seed, 2 + seed];
    const before = [...x0];
    const path = walk(gradient, x0, rate, nSteps);
    expectClose(x0, before, "the start that came in must stay as it was");
    expectThat(
      Array.isArray(path) && path.length === nSteps + 1,
      `\`walk\` with ${nSteps} steps returns ${nSteps + 1} places: the start and one after each step.`,
    );
    if (path.every((place) => place === path[0])) misconception("changed-in-place");
    const march = (slopes: (x: Vector) => Vector) => {
      const places: Vector[] = [before];
      while (places.length <= nSteps) {
        const x = places.at(-1)!;
        places.push(x.map((value, i) => value - rate * slopes(x)[i]!));
      }
      return places;
    };
    expectClose(path, march(gradient), {
      of: `the walk in ${x0.length} dimensions with learning rate ${rate.toFixed(1)}`,
      mistakes: {
        uphill: march((x) => gradient(x).map((slope) => -slope)),
        "one-slope-for-all": march((x) => x.map(() => gradient(x)[0]!)),
        "gradient-of-the-start": march(() => gradient(before)),
      },
    });
  }
  expectClose(
    walk((x) => x, [4], 0.5, 0),
    [[4]],
    "no steps: the start alone",
  );
});
