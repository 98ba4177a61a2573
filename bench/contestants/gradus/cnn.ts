import { conv2d, crossEntropy, linear, maxPool2d, type Tensor } from "@gradus/tensor";
import { batchOf, descent, parameterNames, training, type Values } from "./training";

export const cnn = training(({ settings }, values) => {
  const images = values.X!.reshape([-1, 1, 28, 28]);
  const labels = values.y!.astype("int32");
  return {
    parameters: parameterNames(values, ["X", "y"]),
    optimizer: descent,
    loss: (v, step) => {
      const { x, y } = batchOf({ X: images, y: labels }, step, settings.batch!);
      const features = block(v, "conv2", block(v, "conv1", x)).reshape([settings.batch!, -1]);
      return crossEntropy(linear(features, v["out.w"]!, { bias: v["out.b"]! }), y);
    },
  };
});

function block(v: Values, name: string, x: Tensor): Tensor {
  const y = conv2d(x, v[`${name}.w`]!, { bias: v[`${name}.b`]!, padding: 1 });
  return maxPool2d(y.relu(), 2);
}
