import {
  adamStep,
  crossEntropy,
  embedding,
  gelu,
  layerNorm,
  linear,
  optimizerState,
  scaledDotProductAttention,
  type Tensor,
} from "@gradus/tensor";
import { parameterNames, training, type Values } from "./training";

export const gpt = training(({ settings }, values) => {
  const tokens = values.tokens!.astype("int32");
  const inputs = tokens.slice(null, [0, -1]);
  const targets = tokens.slice(null, [1]).reshape([-1]);
  return {
    parameters: parameterNames(values, ["tokens"]),
    optimizer: (parameters, learningRate) => {
      const state = optimizerState(parameters);
      return () => adamStep(parameters, state, { learningRate });
    },
    loss: (v) => {
      let x = embedding(inputs, v.token!).add(v.position!);
      for (let layer = 0; layer < settings.layers!; layer++) {
        x = block(v, `${layer}`, x, settings.heads!);
      }
      const logits = dense(v, "head", norm(v, "norm", x));
      return crossEntropy(logits.reshape([targets.size, -1]), targets);
    },
  };
});

function block(v: Values, name: string, x: Tensor, heads: number): Tensor {
  const attended = attention(dense(v, `${name}.qkv`, norm(v, `${name}.norm1`, x)), heads);
  const y = x.add(dense(v, `${name}.proj`, attended));
  const up = gelu(dense(v, `${name}.up`, norm(v, `${name}.norm2`, y)));
  return y.add(dense(v, `${name}.down`, up));
}

/** Of queries, keys and values side by side, shape (batch, length, 3·width). */
function attention(joint: Tensor, heads: number): Tensor {
  const [batch, length, width] = joint.shape as [number, number, number];
  const parts = joint
    .reshape([batch, length, 3, heads, width / 3 / heads])
    .transpose(2, 0, 3, 1, 4);
  const [q, k, v] = [parts.at(0), parts.at(1), parts.at(2)];
  const mixed = scaledDotProductAttention(q, k, v, { causal: true });
  return mixed.transpose(0, 2, 1, 3).reshape([batch, length, width / 3]);
}

function norm(v: Values, name: string, x: Tensor): Tensor {
  return layerNorm(x, x.shape.at(-1)!, { weight: v[`${name}.w`]!, bias: v[`${name}.b`]! });
}

function dense(v: Values, name: string, x: Tensor): Tensor {
  return linear(x, v[`${name}.w`]!, { bias: v[`${name}.b`]! });
}
