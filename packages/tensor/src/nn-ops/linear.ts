import { checkOneOf, ShapeError } from "@gradus/core";
import { heap } from "@gradus/kernels";
import { noGrad } from "../autograd/tape";
import { addressOf, contiguous, emptyTensor } from "../factory";
import { type Finish, matmul, multiply } from "../linalg/matmul";
import { shapeText } from "../shape";
import type { Tensor } from "../tensor";
import { checkFloatingTensor, checkSameType, checkShapeIs, recordFused } from "./fused";

/** What {@link linear} can be told. */
export interface LinearOptions {
  /** What is added to every row, shape (nOut,). Default nothing. */
  readonly bias?: Tensor | undefined;
  /** "relu" also takes the positive part, in the same step. Default "none". */
  readonly activation?: "none" | "relu" | undefined;
}

/**
 * A fully connected layer: y = x·Wᵀ + b, and on request the positive part of it.
 *
 * @param x shape (…, nIn)
 * @param weight shape (nOut, nIn), as PyTorch keeps it
 * @returns shape (…, nOut)
 * @throws ShapeError or DTypeError for operands that do not fit; ParameterError for an unknown activation.
 * @example
 * ```ts
 * const W = tensor([[1, 0], [0, -1]]);
 * linear(tensor([[1, 2]]), W, { bias: tensor([10, 0]), activation: "relu" }).toArray(); // [[11, 0]]
 * ```
 */
export function linear(
  x: Tensor,
  weight: Tensor,
  { bias, activation = "none" }: LinearOptions = {},
): Tensor {
  checkLinear(x, weight, bias);
  const relu = checkOneOf("linear", "activation", activation, ["none", "relu"]) === "relu";
  const b = bias === undefined ? undefined : contiguous(bias);
  const y = noGrad(() => rowsTimes(x, weight.transpose(), { bias: b, relu }));
  const composed = (a: Tensor, w: Tensor, b?: Tensor) => {
    const product = matmul(a, w.transpose());
    const sum = b === undefined ? product : product.add(b);
    return relu ? sum.relu() : sum;
  };
  return recordFused(y, {
    name: "linear",
    inputs: bias === undefined ? [x, weight] : [x, weight, bias],
    backward: (gradOutput) => {
      const g = relu ? throughRelu(y, gradOutput) : gradOutput;
      const dx = x.requiresGrad ? rowsTimes(g, weight) : undefined;
      const rows = g.reshape([-1, weight.shape[0]!]);
      const dW = weight.requiresGrad
        ? matmul(rows.transpose(), x.reshape([-1, weight.shape[1]!]))
        : undefined;
      return [dx, dW, bias?.requiresGrad ? rows.sum(0) : undefined];
    },
    composed,
  });
}

function checkLinear(x: Tensor, weight: Tensor, bias: Tensor | undefined): void {
  checkFloatingTensor("linear", "x", x);
  checkSameType("linear", x, "weight", weight);
  if (weight.ndim !== 2 || x.ndim === 0 || x.shape[x.ndim - 1] !== weight.shape[1]) {
    throw new ShapeError(
      `linear: expected x of shape (…, nIn) and weight of shape (nOut, nIn), got ${shapeText(x.shape)} ` +
        `and ${shapeText(weight.shape)}`,
    );
  }
  if (bias === undefined) return;
  checkSameType("linear", x, "bias", bias);
  checkShapeIs("linear", "bias", bias, [weight.shape[0]!]);
}

/** x·W for W of two axes, as one product where x's rows lie one behind the other, so that W is packed once. */
function rowsTimes(x: Tensor, W: Tensor, finish?: Finish): Tensor {
  const rows = x.ndim === 2 ? x : x.reshape([x.size === 0 ? 0 : -1, x.shape[x.ndim - 1]!]);
  return multiply(rows, W, finish).reshape([...x.shape.slice(0, -1), W.shape[1]!]);
}

/** g where y > 0, else 0. */
export function throughRelu(y: Tensor, gradOutput: Tensor): Tensor {
  const g = contiguous(gradOutput);
  const memory = heap();
  memory.begin();
  const out = emptyTensor("relu", y.shape, y.dtype);
  const to = addressOf(out);
  memory.kernels.reluBackward(y.dtype === "float64", y.size, addressOf(y), addressOf(g), to);
  return out;
}
