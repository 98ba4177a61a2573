import { heap } from "@gradus/kernels";
import { needsGrad, record } from "../autograd/tape";
import { addressOf, contiguous, emptyTensor } from "../factory";
import type { Tensor } from "../tensor";
import { type ConvPlan, writePlan } from "./conv-plan";

// A convolution is linear in its input x and in its weights w. The three products below, of two of x, w and y
// each, are each other's gradients: so gradients of any order work.

/** y = conv(x, w) + bias */
export function convForward(x: Tensor, w: Tensor, plan: ConvPlan, bias?: Tensor): Tensor {
  const [a, b] = [contiguous(x), contiguous(w)];
  const summand = bias && contiguous(bias);
  const double = x.dtype === "float64";
  const shape = writePlan(plan);
  const memory = heap();
  const { kernels } = memory;
  const y = emptyTensor(plan.where, [plan.batch, plan.filters, ...plan.output], x.dtype);
  const scratch = memory.scratch(kernels.convForwardScratch(double, shape), plan.where);
  const to = addressOf(y);
  const pb = summand === undefined ? 0 : addressOf(summand);
  kernels.convForward(double, shape, addressOf(a), addressOf(b), pb, to, scratch);
  if (!needsGrad(x, w) && !(bias !== undefined && needsGrad(bias))) return y;
  return record(y, plan.where, bias === undefined ? [x, w] : [x, w, bias], (g) => [
    x.requiresGrad ? convInput(g, w, plan) : undefined,
    w.requiresGrad ? convWeight(x, g, plan) : undefined,
    ...(bias?.requiresGrad ? [sumOverPlaces(g)] : []),
  ]);
}

/** The gradient of the input, also the transposed convolution: x from y and w. */
export function convInput(y: Tensor, w: Tensor, plan: ConvPlan): Tensor {
  const [a, b] = [contiguous(y), contiguous(w)];
  const double = y.dtype === "float64";
  const shape = writePlan(plan);
  const memory = heap();
  const { kernels } = memory;
  const x = emptyTensor(plan.where, [plan.batch, plan.channels, ...plan.input], y.dtype);
  const scratch = memory.scratch(kernels.convInputScratch(double, shape), plan.where);
  const to = addressOf(x);
  kernels.convInput(double, shape, addressOf(a), addressOf(b), to, scratch);
  if (!needsGrad(y, w)) return x;
  return record(x, plan.where, [y, w], (g) => [
    y.requiresGrad ? convForward(g, w, plan) : undefined,
    w.requiresGrad ? convWeight(g, y, plan) : undefined,
  ]);
}

/** The gradient of the weights: w from x and y. */
function convWeight(x: Tensor, y: Tensor, plan: ConvPlan): Tensor {
  const [a, b] = [contiguous(x), contiguous(y)];
  const double = x.dtype === "float64";
  const shape = writePlan(plan);
  const memory = heap();
  const { kernels } = memory;
  const lengths = [plan.filters, plan.channels / plan.groups, ...plan.kernel];
  const w = emptyTensor(plan.where, lengths, x.dtype);
  const scratch = memory.scratch(kernels.convWeightScratch(double, shape), plan.where);
  const to = addressOf(w);
  kernels.convWeight(double, shape, addressOf(a), addressOf(b), to, scratch);
  if (!needsGrad(x, y)) return w;
  return record(w, plan.where, [x, y], (g) => [
    x.requiresGrad ? convInput(y, g, plan) : undefined,
    y.requiresGrad ? convForward(x, g, plan) : undefined,
  ]);
}

/** The sums over batch and places of each channel: the gradient of a bias. */
export function sumOverPlaces(g: Tensor): Tensor {
  const [n, channels] = g.shape as [number, number];
  return g.reshape([n, channels, -1]).sum(-1).sum(0);
}
