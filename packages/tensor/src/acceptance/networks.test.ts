import { RandomGenerator } from "@gradus/core";
import { expect, test } from "vitest";
import convolutions from "../../fixtures/nn-convolutions.json" with { type: "json" };
import losses from "../../fixtures/nn-losses.json" with { type: "json" };
import norms from "../../fixtures/nn-norms.json" with { type: "json" };
import packed from "../../fixtures/nn-packed.json" with { type: "json" };
import pools from "../../fixtures/nn-pools.json" with { type: "json" };
import recurrent from "../../fixtures/nn-recurrent.json" with { type: "json" };
import {
  dropout,
  grad,
  logSoftmax,
  maxPool2d,
  ones,
  randn,
  softmax,
  type Tensor,
  tensor,
} from "../index";

import { check, type FixtureCase } from "../testing/fixture-check";

const random = new RandomGenerator(1);

/** Holds all cases of some operations against PyTorch, in both types; says with which options they were. */
function checkAll(fixture: { readonly cases: readonly unknown[] }, ...names: string[]): string {
  const cases = (fixture.cases as readonly FixtureCase[]).filter(({ op }) => names.includes(op));
  for (const name of names)
    expect(
      cases.some(({ op }) => op === name),
      name,
    ).toBe(true);
  for (const c of cases) {
    check(c, "float32");
    check(c, "float64");
  }
  return JSON.stringify(cases.map(({ options }) => options));
}

/** The largest difference, relative to 1 or the size of what is wanted. */
function worst(found: Tensor, wanted: readonly number[]): number {
  const values = found.data();
  expect(values).toHaveLength(wanted.length);
  return Math.max(...wanted.map((w, i) => Math.abs(values[i]! - w) / Math.max(1, Math.abs(w))));
}

test("roadmap DL-011: softmax is stable at logits of 10⁴ and sums to 1 within 1e-7; the gradient of log-softmax equals torch's", () => {
  for (const [dtype, tolerance] of [
    ["float32", 2 ** -23], // 1.2e-7, the distance of 1 from the next float32
    ["float64", 1e-7],
  ] as const) {
    for (const scale of [1, 100, 1e4]) {
      const p = softmax(randn([50, 20], { random, dtype }).mul(scale), 1);
      // Added up in float64: the sum of float32 numbers would round by itself.
      expect(p.astype("float64").sum(1).sub(1).abs().max().item()).toBeLessThanOrEqual(tolerance);
    }
    const extreme = softmax(tensor([1e4, -1e4, 1e4], { dtype }), 0);
    expect(extreme.toArray()).toEqual([0.5, 0, 0.5]);
  }
  const cases = losses.cases.filter(({ op }) => op === "logSoftmax");
  expect(cases.length).toBeGreaterThanOrEqual(5);
  for (const { in: inputs, options, grads } of cases) {
    const [shape, values] = inputs[0] as unknown as [number[], number[]];
    const { axis } = options as { axis: number };
    const x = tensor(Float64Array.from(values), { shape });
    // The fixture's loss weighs the i-th value by cos(i + 1).
    const weights = Float64Array.from(values, (_, i) => Math.cos(i + 1));
    const f = (z: Tensor) => logSoftmax(z, axis).flatten().mul(tensor(weights)).sum();
    const [, wanted] = grads[0] as unknown as [number[], number[]];
    expect(worst(grad(f)(x), wanted)).toBeLessThan(1e-10);
  }
});

test("roadmap DL-019: dropout keeps with probability 1 − p, scales what it keeps, masks gradients, and rests outside training", () => {
  const n = 100_000;
  for (const p of [0.1, 0.5, 0.8]) {
    const x = ones(n, { dtype: "float32" });
    x.requiresGrad = true;
    const y = dropout(x, { p, random: new RandomGenerator(7) });
    const values = y.data();
    const kept = values.filter((value) => value !== 0).length;
    const sigma = Math.sqrt(n * p * (1 - p));
    expect(Math.abs(kept - n * (1 - p))).toBeLessThan(3 * sigma);
    const scale = Math.fround(1 / (1 - p));
    expect(values.every((value) => value === 0 || Math.abs(value - scale) < 1e-6)).toBe(true);
    y.sum().backward();
    expect(x.grad!.data()).toEqual(values);
    const resting = dropout(x, { p, training: false, random: new RandomGenerator(7) });
    expect(resting.data()).toEqual(x.data());
  }
});

test("roadmap DL-021: L1 and L2 penalties add λ·sign(w) and 2λ·w to the gradient, to 1e-12", () => {
  const w = randn([40], { random });
  const lambda = 0.37;
  const loss = (z: Tensor) => z.sin().mul(z).sum();
  const plain = grad(loss)(w);
  const withL1 = grad((z: Tensor) => loss(z).add(z.abs().sum().mul(lambda)))(w);
  const withL2 = grad((z: Tensor) => loss(z).add(z.square().sum().mul(lambda)))(w);
  const values = w.toArray<number[]>();
  expect(
    worst(
      withL1.sub(plain),
      values.map((v) => lambda * Math.sign(v)),
    ),
  ).toBeLessThan(1e-12);
  expect(
    worst(
      withL2.sub(plain),
      values.map((v) => 2 * lambda * v),
    ),
  ).toBeLessThan(1e-12);
});

test("roadmap DL-013: cross-entropy equals torch's, with label smoothing, an ignored index and class weights", () => {
  const options = checkAll(losses, "crossEntropy", "nllLoss");
  expect(options).toContain('"labelSmoothing":0.1');
  expect(options).toContain('"ignoreIndex":3');
  const weighted = (losses.cases as readonly { op: string; in: readonly unknown[] }[]).filter(
    ({ op, in: inputs }) => op === "crossEntropy" && inputs[2] !== null && inputs.length > 2,
  );
  expect(weighted.length).toBeGreaterThan(0);
});

test("roadmap DL-020: batch, layer, group and RMS norm equal torch's, values, running statistics and gradients, to 1e-5", () => {
  const options = checkAll(norms, "batchNorm", "layerNorm", "groupNorm", "instanceNorm", "rmsNorm");
  expect(options).toContain('"training":true');
  expect(options).toContain('"training":false');
});

test("roadmap DL-023: plain, LSTM and GRU networks equal torch's to 1e-5, values and gradients, from both ends, in layers, with packed lengths", () => {
  const whole = checkAll(recurrent, "rnn", "lstm", "gru");
  for (const text of ['"bidirectional":true', '"batchFirst":true', '"nonlinearity":"relu"']) {
    expect(whole).toContain(text);
  }
  const ragged = checkAll(packed, "rnn", "lstm", "gru");
  expect(ragged).toContain('"bidirectional":true');
  expect(ragged.match(/"lengths"/g)).toHaveLength(packed.cases.length);
});

test("roadmap DL-025: GRU equals torch.nn.GRU to 1e-5, both ways and batch first", () => {
  const options = checkAll(recurrent, "gru");
  expect(options).toContain('"bidirectional":true');
  expect(options).toContain('"batchFirst":true');
});

test("roadmap VIS-003: convolutions and their transposes equal torch's to 1e-5, with stride, padding, dilation and groups", () => {
  const names = ["conv1d", "conv2d", "conv3d", "convTranspose1d", "convTranspose2d"];
  const options = checkAll(convolutions, ...names);
  for (const name of ["stride", "padding", "dilation", "groups"]) expect(options).toContain(name);
});

test("roadmap VIS-004: max, average and adaptive pooling equal torch's, with padding and ties", () => {
  const options = checkAll(
    pools,
    ...["maxPool1d", "maxPool2d", "maxPool3d", "avgPool1d", "avgPool2d", "avgPool3d"],
    ...["adaptiveMaxPool2d", "adaptiveAvgPool2d"],
  );
  expect(options).toContain('"padding":1');
  // Of equal elements the first one gets the gradient, as in torch.
  const tied = ones([1, 1, 2, 2]);
  expect(grad((x: Tensor) => maxPool2d(x, 2).sum())(tied).toArray()).toEqual([
    [
      [
        [1, 0],
        [0, 0],
      ],
    ],
  ]);
});
