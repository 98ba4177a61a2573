import * as tf from "@tensorflow/tfjs-core";
import { readArray } from "../serve";
import { crossEntropy, linear, type Parameters, training } from "./training";

export const gpt = training(({ arrays, settings }) => {
  const [batch, length] = arrays.tokens!.shape as [number, number];
  const [vocabulary, width] = arrays.token!.shape as [number, number];
  const context = length - 1;
  const tokens = tf.tensor2d(Int32Array.from(readArray(arrays.tokens!)), [batch, length], "int32");
  const oneHot = (from: number) => {
    const part = tf.reshape(tf.slice(tokens, [0, from], [batch, context]), [batch * context]);
    return tf.cast(tf.oneHot(part as tf.Tensor1D, vocabulary), "float32") as tf.Tensor2D;
  };
  // The embedding is a product with one-hot rows: so it has a gradient that is a product as well.
  const [inputs, targets] = [oneHot(0), oneHot(1)];
  const mask = causalMask(context);
  return {
    data: ["tokens"],
    optimizer: (learningRate) => tf.train.adam(learningRate, 0.9, 0.999, 1e-8),
    loss: (p) => {
      const embedded = tf.reshape(tf.matMul(inputs, p.token! as tf.Tensor2D), [
        batch,
        context,
        width,
      ]);
      let x = tf.reshape(tf.add(embedded, p.position!), [batch * context, width]) as tf.Tensor2D;
      for (let layer = 0; layer < settings.layers!; layer++) {
        const attended = attention(p, layer, norm(p, `${layer}.norm1`, x), {
          batch,
          mask,
          heads: settings.heads!,
        });
        x = tf.add(x, linear(p, `${layer}.proj`, attended));
        const up = gelu(linear(p, `${layer}.up`, norm(p, `${layer}.norm2`, x)));
        x = tf.add(x, linear(p, `${layer}.down`, up));
      }
      return crossEntropy(linear(p, "head", norm(p, "norm", x)), targets);
    },
  };
});

interface Attention {
  readonly batch: number;
  readonly heads: number;
  readonly mask: tf.Tensor;
}

function attention(
  p: Parameters,
  layer: number,
  x: tf.Tensor2D,
  { batch, heads, mask }: Attention,
) {
  const [rows, width] = x.shape;
  const [length, size] = [rows / batch, width / heads];
  const parts = tf
    .split(linear(p, `${layer}.qkv`, x), 3, 1)
    .map((part) =>
      tf.reshape(tf.transpose(tf.reshape(part, [batch, length, heads, size]), [0, 2, 1, 3]), [
        batch * heads,
        length,
        size,
      ]),
    ) as [tf.Tensor3D, tf.Tensor3D, tf.Tensor3D];
  const scores = tf.mul(tf.matMul(parts[0], parts[1], false, true), 1 / Math.sqrt(size));
  const mixed = tf.matMul(tf.softmax(tf.add(scores, mask)) as tf.Tensor3D, parts[2]);
  const back = tf.transpose(tf.reshape(mixed, [batch, heads, length, size]), [0, 2, 1, 3]);
  return tf.reshape(back, [rows, width]) as tf.Tensor2D;
}

function causalMask(n: number): tf.Tensor2D {
  const values = new Float32Array(n * n);
  for (let i = 0; i < n; i++) values.fill(-1e9, i * n + i + 1, (i + 1) * n);
  return tf.tensor2d(values, [n, n]);
}

function norm(p: Parameters, name: string, x: tf.Tensor2D): tf.Tensor2D {
  const centred = tf.sub(x, tf.mean(x, 1, true));
  const variance = tf.mean(tf.square(centred), 1, true);
  const standard = tf.mul(centred, tf.rsqrt(tf.add(variance, 1e-5)));
  return tf.add(tf.mul(standard, p[`${name}.w`]!), p[`${name}.b`]!);
}

/** x·Φ(x) with the exact normal distribution function, as PyTorch's default. */
function gelu(x: tf.Tensor2D): tf.Tensor2D {
  return tf.mul(tf.mul(x, 0.5), tf.add(tf.erf(tf.mul(x, Math.SQRT1_2)), 1));
}
