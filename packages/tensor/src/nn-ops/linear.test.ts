import { RandomGenerator } from "@gradus/core";
import { expect, test } from "vitest";
import { linear, matmul, randn, slice } from "../index";

const random = new RandomGenerator(31);

// Few rows, many rows, several blocks of the inner length, a long inner length, small ones, one row, sequences.
const shapes = [
  [[40, 70], 90],
  [[300, 70], 90],
  [[50, 2500], 40],
  [[200, 1100], 1050],
  [[20, 5000], 30],
  [[5, 6], 7],
  [[300], 40],
  [[3, 50, 20], 30],
  [[0, 4], 3],
] as const;

test.each(shapes)("linear of %j to %d is product, bias and positive part", (shape, nOut) => {
  const nIn = shape[shape.length - 1]!;
  const [x, W, b] = [[...shape], [nOut, nIn], [nOut]].map((s) => randn(s, { random }));
  const product = matmul(x!, W!.transpose());
  const both = product.add(b!);
  const pairs = [
    [linear(x!, W!), product],
    [linear(x!, W!, { bias: b! }), both],
    [linear(x!, W!, { activation: "relu" }), product.relu()],
    [linear(x!, W!, { bias: b!, activation: "relu" }), both.relu()],
    // A bias that is not contiguous.
    [
      linear(x!, W!, { bias: slice(b!, [null, null, -1]) }),
      product.add(slice(b!, [null, null, -1])),
    ],
  ] as const;
  for (const [ours, expected] of pairs) {
    expect(ours.shape).toEqual(expected.shape);
    if (ours.size > 0) expect(ours.sub(expected).abs().max().item()).toBeLessThan(1e-11);
  }
});
