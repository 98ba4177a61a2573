// A program for flat-memory.test.ts and for a browser: trains a small network in one plain synchronous loop and
// tells at two points how much memory there is.

import { RandomGenerator } from "@gradus/core";
import { memoryStats, noGrad, randn, type Tensor, zeros } from "../index";

/** What is measured after `step` steps. */
export interface MemoryPoint {
  readonly step: number;
  readonly loss: number;
  readonly heapBytes: number;
}

/** A hidden layer and momentum, all in single operations. @param measure is called after 1,000 steps and at the end */
export function trainLong(steps: number, measure: (point: MemoryPoint) => void): void {
  const random = new RandomGenerator(1);
  const X = randn([32, 8], { random });
  const y = X.slice([], [0, 1]).mul(2).sin();
  const layer = (from: number, to: number) => [
    randn([from, to], { random }).mul(from ** -0.5),
    zeros([to]),
  ];
  const parameters = [...layer(8, 16), ...layer(16, 1)].map((p) => p.detach());
  for (const p of parameters) p.requiresGrad = true;
  const [W1, b1, W2, b2] = parameters as [Tensor, Tensor, Tensor, Tensor];
  const moments = parameters.map((p) => zeros(p.shape));
  for (let step = 1; step <= steps; step++) {
    const hidden = X.matmul(W1).add(b1).tanh();
    const loss = hidden.matmul(W2).add(b2).sub(y).square().mean();
    for (const p of parameters) p.zeroGrad();
    loss.backward();
    noGrad(() => {
      for (const [i, p] of parameters.entries()) {
        const m = moments[i]!;
        m.assign(m.mul(0.9).add(p.grad!));
        p.assign(p.sub(m.mul(0.01)));
      }
    });
    if (step === 1000 || step === steps) {
      measure({ step, loss: loss.item(), heapBytes: memoryStats().heapBytes });
    }
  }
}
