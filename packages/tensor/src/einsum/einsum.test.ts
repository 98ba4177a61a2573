import { DTypeError, ParameterError, ShapeError } from "@gradus/core";
import { describe, expect, test } from "vitest";
import { arange, checkGradients, einsum, type Tensor, zeros } from "../index";

/** Uneven numbers of a shape. */
const numbers = (...shape: number[]): Tensor =>
  arange(1, 1 + shape.reduce((a, b) => a * b, 1))
    .mul(1.7)
    .sin()
    .reshape(shape);

describe("gradients, and theirs", () => {
  test.each([
    [
      "ij,jk->ik",
      [
        [2, 3],
        [3, 2],
      ],
    ],
    ["ii->i", [[3, 3]]],
    ["iij->j", [[2, 2, 3]]],
    ["ij->", [[2, 3]]],
    ["i,j->ij", [[2], [3]]],
    [
      "bij,bkj->bik",
      [
        [2, 2, 3],
        [2, 2, 3],
      ],
    ],
    [
      "ij,jk,kl->il",
      [
        [2, 3],
        [3, 2],
        [2, 2],
      ],
    ],
    ["...ij,...j->...i", [[2, 2, 3], [3]]],
    [
      "ij,xj->i",
      [
        [2, 3],
        [1, 3],
      ],
    ],
    [
      "ijk,jil->kl",
      [
        [2, 3, 2],
        [3, 2, 2],
      ],
    ],
  ] as const)("%s", (subscripts, shapes) => {
    const inputs = shapes.map((shape) => numbers(...shape));
    const f = (...operands: Tensor[]) => einsum(subscripts, ...operands);
    checkGradients(f, inputs);
    checkGradients((...operands) => f(...operands).sin(), inputs, { order: 2 });
  });
});

test("a chain is contracted from its cheap end", () => {
  // From the left the product of the first two would take 4e8 elements.
  const long = numbers(20_000, 1);
  const y = einsum("ij,jk,kl->il", long, long.transpose(), long);
  expect(y.shape).toEqual([20_000, 1]);
});

describe("what does not fit is a typed error", () => {
  const m = zeros([2, 3]);
  test.each([
    ["ij,j->i->", /letters with at most one "..." an operand/],
    ["i1->i", /letters/],
    ["i...j...->i", /letters/],
    ["ij,ij->i", /2 operands|1 operands/],
    ["ij->k", /"k" of the result in an operand/],
    ["ij->ii", /each letter of the result once/],
    ["i...->i", /"..." in the result/],
  ])("%s", (subscripts, message) => {
    expect(() => einsum(subscripts, m)).toThrow(ParameterError);
    expect(() => einsum(subscripts, m)).toThrow(message);
  });

  test("shapes and types", () => {
    expect(() => einsum("i->i", m)).toThrow(/axes "i" in "i->i", got shape \(2, 3\)/);
    expect(() => einsum("ijk", m)).toThrow(ShapeError);
    expect(() => einsum("ij,jk", m, m)).toThrow(/one length, or 1, for "j".*got 3 and 2/);
    expect(() => einsum("i,i", zeros(2), 3 as never)).toThrow(DTypeError);
  });
});
