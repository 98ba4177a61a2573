import { RandomGenerator } from "@gradus/core";
import { defineCheck, expectClose } from "@gradus/course-kit";

interface Parts {
  readonly bias2: number;
  readonly variance: number;
  readonly noise: number;
}

interface Submission {
  decompose(said: readonly (readonly number[])[], measured: readonly (readonly number[])[]): Parts;
}

const mean = (values: readonly number[]) => values.reduce((sum, x) => sum + x, 0) / values.length;

export default defineCheck(({ decompose }: Submission) => {
  for (const seed of [1, 2, 3, 4]) {
    const random = new RandomGenerator(seed);
    const places = 1 + seed;
    const list = (length: number, center: number) =>
      Array.from({ length }, () => center + 2 * random.normal());
    const said = Array.from({ length: 3 + seed }, () => list(places, 10));
    const measured = Array.from({ length: places }, (_, i) => list(2 + ((i + seed) % 3), 11));
    const at = measured.map((values, i) =>
      partsAt(
        said.map((model) => model[i]!),
        values,
      ),
    );
    const right = {
      bias2: mean(at.map(({ bias }) => bias ** 2)),
      variance: mean(at.map(({ variance }) => variance)),
      noise: mean(at.map(({ noise }) => noise)),
    };
    expectClose(decompose(said, measured), right, {
      of: `${said.length} models at ${places} places`,
      mistakes: {
        "bias-of-each": { ...right, bias2: right.bias2 + right.variance },
        "cancels-out": { ...right, bias2: mean(at.map(({ bias }) => bias)) ** 2 },
        "one-less": {
          ...right,
          variance: (right.variance * said.length) / (said.length - 1),
          noise: mean(at.map(({ noise, count }) => (noise * count) / (count - 1))),
        },
        "noise-around-models": { ...right, noise: right.noise + right.bias2 },
      },
    });
  }
});

function partsAt(answers: readonly number[], values: readonly number[]) {
  const [a, b] = [mean(answers), mean(values)];
  return {
    bias: a - b,
    variance: mean(answers.map((x) => (x - a) ** 2)),
    noise: mean(values.map((x) => (x - b) ** 2)),
    count: values.length,
  };
}
