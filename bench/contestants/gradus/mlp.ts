import { crossEntropy, linear } from "@gradus/tensor";
import { batchOf, descent, parameterNames, training } from "./training";

export const mlp = training(({ settings }, values) => {
  const labels = values.y!.astype("int32");
  return {
    parameters: parameterNames(values, ["X", "y"]),
    optimizer: descent,
    loss: (v, step) => {
      const { x, y } = batchOf({ X: v.X!, y: labels }, step, settings.batch!);
      const hidden = linear(x, v["hidden.w"]!, { bias: v["hidden.b"]!, activation: "relu" });
      return crossEntropy(linear(hidden, v["out.w"]!, { bias: v["out.b"]! }), y);
    },
  };
});
