import { crossEntropy, gru as gruLayer, linear, lstm as lstmLayer } from "@gradus/tensor";
import { descent, parameterNames, training } from "./training";

export const lstm = recurrent(lstmLayer);
export const gru = recurrent(gruLayer);

function recurrent(layer: typeof gruLayer) {
  return training((_, values) => {
    const labels = values.y!.astype("int32");
    return {
      parameters: parameterNames(values, ["X", "y"]),
      optimizer: descent,
      loss: (v, step) => {
        const weights = {
          weightInput: v["in.w"]!,
          weightHidden: v["hidden.w"]!,
          biasInput: v["in.b"]!,
          biasHidden: v["hidden.b"]!,
        };
        const { hidden } = layer(v.X!.at(step), [weights], { batchFirst: true });
        const logits = linear(hidden.at(0), v["out.w"]!, { bias: v["out.b"]! });
        return crossEntropy(logits, labels.at(step));
      },
    };
  });
}
