import { nn, numpy as np } from "@jax-js/jax";
import { readArray } from "../serve";
import { crossEntropy, linear, oneHot, type Parameters, training } from "./training";

export const gpt = training(({ arrays, settings }) => {
  const tokens = readArray(arrays.tokens!);
  const [batch, length] = arrays.tokens!.shape as [number, number];
  const vocabulary = arrays.token!.shape[0]!;
  const rows = Array.from({ length: batch }, (_, i) =>
    tokens.subarray(i * length, (i + 1) * length),
  );
  const inputs = rows.flatMap((row) => [...row.subarray(0, -1)]);
  const targets = rows.flatMap((row) => [...row.subarray(1)]);
  return {
    data: ["tokens"],
    optimizer: "adam",
    // The embedding is a product with one-hot rows: so it has a gradient that is a product as well.
    batch: () => ({ x: oneHot(inputs, vocabulary), targets: oneHot(targets, vocabulary) }),
    loss: (p, x, y) => {
      const width = p.token!.shape[1]!;
      const embedded = np
        .matmul(x, p.token!)
        .reshape([batch, length - 1, width])
        .add(p.position!);
      let states = embedded;
      for (let layer = 0; layer < settings.layers!; layer++) {
        states = block(p, layer, states, settings.heads!);
      }
      const logits = linear(p, "head", norm(p, "norm", states));
      return crossEntropy(logits.reshape([-1, vocabulary]), y);
    },
  };
});

function block(p: Parameters, layer: number, x: np.Array, heads: number): np.Array {
  const [batch, length, width] = x.shape as [number, number, number];
  const joint = linear(p, `${layer}.qkv`, norm(p, `${layer}.norm1`, x.ref));
  const split = joint.reshape([batch, length, 3, heads, width / heads]);
  const [q, k, v] = [0, 1, 2].map((i) => split.ref.slice([], [], i).transpose([0, 2, 1, 3])) as [
    np.Array,
    np.Array,
    np.Array,
  ];
  split.dispose();
  const mixed = attention(q, k, v).transpose([0, 2, 1, 3]).reshape([batch, length, width]);
  const attended = x.add(linear(p, `${layer}.proj`, mixed));
  const up = linear(p, `${layer}.up`, norm(p, `${layer}.norm2`, attended.ref));
  return attended.add(linear(p, `${layer}.down`, gelu(up)));
}

/** Its own dotProductAttention needs a newer Node than 20. */
function attention(q: np.Array, k: np.Array, v: np.Array): np.Array {
  const [, , length, size] = q.shape as [number, number, number, number];
  const scores = np.matmul(q, np.matrixTranspose(k)).mul(1 / Math.sqrt(size));
  const future = np.triu(np.ones([length, length]), 1).mul(-1e9);
  return np.matmul(nn.softmax(scores.add(future)), v);
}

function norm(p: Parameters, name: string, x: np.Array): np.Array {
  return nn.standardize(x, -1).mul(p[`${name}.w`]!).add(p[`${name}.b`]!);
}

function gelu(x: np.Array): np.Array {
  return nn.gelu(x, { approximate: false });
}
