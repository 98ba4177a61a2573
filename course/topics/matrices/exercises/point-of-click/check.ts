import { RandomGenerator } from "@gradus/core";
import { defineCheck, expectClose, expectEqual } from "@gradus/course-kit";

type Six = readonly [number, number, number, number, number, number];
type Place = readonly [number, number];
interface Submission {
  pointOfClick(transform: Six, click: Place): Place | null;
}

export default defineCheck(({ pointOfClick }: Submission) => {
  expectClose(pointOfClick([3, 1, -1, 1, 0, 0], [1, 3]), [1, 2], {
    of: "the button of the lesson",
    mistakes: mistakes([3, 1, -1, 1, 0, 0], [1, 3]),
  });
  for (const seed of [1, 2, 3, 4]) {
    const random = new RandomGenerator(seed);
    const number = () => Math.round(random.uniform(-40, 40)) / 8;
    const six: Six = [number() + 6, number(), number(), number() - 6, number(), number()];
    const point: Place = [number(), number()];
    const click = forward(six, point);
    expectClose(pointOfClick(six, click), point, {
      of: `matrix(${six.join(", ")}) and a click at (${click.join(", ")})`,
      mistakes: mistakes(six, click),
    });
  }
  for (const flat of [
    [2, 1, 4, 2, 5, 5],
    [0, 0, 0, 3, 0, 1],
  ] as const) {
    expectEqual(pointOfClick(flat, [1, 1]), null, "this transform squeezes the element flat");
  }
  expectClose(
    pointOfClick([1, 0, 0, 1, 7, -2], [8, 0]),
    [1, 2],
    "this transform does nothing but shift by (7, −2)",
  );
});

function forward([a, b, c, d, e, f]: Six, [x, y]: Place): Place {
  return [a * x + c * y + e, b * x + d * y + f];
}

function mistakes(six: Six, click: Place) {
  const [a, b, c, d, e, f] = six;
  const determinant = a * d - b * c;
  const [x, y] = click;
  const [u, v] = [x - e, y - f];
  return {
    "by-rows": [(d * u - b * v) / determinant, (a * v - c * u) / determinant],
    "shift-last": [(d * x - c * y) / determinant - e, (a * y - b * x) / determinant - f],
    forward: [...forward(six, click)],
    "no-division": [d * u - c * v, a * v - b * u],
  };
}
