import type { Operator, OperatorModel } from "@gradus/core";
import { labelsOf, NAMED, SOFTMAX } from "./linear";
import { constantInput, constantNumbers, fittedEstimator, refuseOperator } from "./operators";
import { hasTypes, type Predictor } from "./predictor";

/** Gaussian naive Bayes: rows minus the means of each class, and what follows. */
export function gaussian(operator: Operator, width: number, model: OperatorModel): Predictor {
  const means = constantNumbers(model, operator, 1);
  return {
    finish(after) {
      const others = after.filter(
        ({ type }) => !["Reshape", "Cast", "ZipMap", "Identity"].includes(type),
      );
      const density = ["Pow", "Div", "ReduceSum", "Mul", "Sub", "Add"];
      if (!hasTypes(others, [...density, ...NAMED, ...SOFTMAX])) refuseOperator(operator);
      const classes = labelsOf(others, model);
      const of = (type: string) => others.find((one) => one.type === type)!;
      const variances = constantNumbers(model, of("Div"), 1);
      const power = constantInput(model, of("Pow"), 1).values[0];
      const add = of("Add");
      const prior = constantNumbers(model, add, model.constants[add.inputs[0]!] ? 0 : 1);
      const size = classes.length * width;
      const fits =
        means.length === size && variances.length === size && prior.length === classes.length;
      if (!fits || power !== 2) refuseOperator(operator);
      // The shares of the classes in place of their counts, which are not in the file.
      const classCount = prior.map(Math.exp);
      const fitted = { classes, classCount, means, variances, epsilon: 0, nFeaturesIn: width };
      return fittedEstimator("GaussianNB", {}, fitted);
    },
  };
}
