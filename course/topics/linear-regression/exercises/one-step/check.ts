import { RandomGenerator } from "@gradus/core";
import { defineCheck, difference, expectClose, expectThat } from "@gradus/course-kit";
import type { Line, Point } from "./start";

interface Submission {
  step(line: Line, points: Point[], learningRate: number): Line;
}

export default defineCheck(({ step }: Submission) => {
  for (const seed of [1, 2, 3, 4, 5]) {
    const { line, points, learningRate } = someCase(seed);
    const before = { ...line };
    const next = step(line, points, learningRate);
    expectThat(
      typeof next === "object" && next !== null && "w" in next && "b" in next,
      "`step` returns the new line as an object with `w` and `b`.",
    );
    expectThat(
      difference(next, before) !== null,
      "The line has not moved. Return a new line: the old w and b, each minus the learning rate times its derivative.",
    );
    const [slope, intercept] = derivatives(line, points);
    const moved = (dw: number, db: number) => ({ w: before.w - dw, b: before.b - db });
    const [dw, db] = [learningRate * slope, learningRate * intercept];
    const n = points.length;
    const [, lateIntercept] = derivatives({ w: before.w - dw, b: before.b }, points);
    expectClose({ w: next.w, b: next.b }, moved(dw, db), {
      of: `step with ${n} points and learning rate ${learningRate}`,
      mistakes: {
        uphill: moved(-dw, -db),
        "sum-not-mean": moved(n * dw, n * db),
        "half-gradient": moved(dw / 2, db / 2),
        "same-gradient": moved(db, db),
        "one-after-the-other": moved(dw, learningRate * lateIntercept),
      },
    });
    expectClose({ ...line }, before, "the line that came in must stay as it was");
  }
  const perfect = [1, 2, 3].map((x) => ({ x, y: 2 * x + 1 }));
  expectClose(
    { ...step({ w: 2, b: 1 }, perfect, 0.1) },
    { w: 2, b: 1 },
    "the line goes through every point, so the gradient is 0 and it stays",
  );
});

/** A line and points with seeded random numbers; the number of points differs from case to case. */
function someCase(seed: number): { line: Line; points: Point[]; learningRate: number } {
  const random = new RandomGenerator(seed);
  const points = Array.from({ length: 3 + seed }, () => ({
    x: random.uniform(-1, 3),
    y: random.uniform(0, 6),
  }));
  return {
    line: { w: random.uniform(0, 3), b: random.uniform(-4, -2) },
    points,
    learningRate: seed === 5 ? 0.5 : 0.1,
  };
}

function derivatives({ w, b }: Line, points: Point[]): [slope: number, intercept: number] {
  const n = points.length;
  const errors = points.map(({ x, y }) => w * x + b - y);
  return [
    (2 / n) * errors.reduce((sum, error, i) => sum + error * points[i]!.x, 0),
    (2 / n) * errors.reduce((sum, error) => sum + error, 0),
  ];
}
