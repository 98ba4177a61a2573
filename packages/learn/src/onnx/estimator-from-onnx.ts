import type { Operator, OperatorModel } from "@gradus/core";
import type { Estimator } from "../base/estimator";
import { besides, type Columns, inOrder, select, stepsTo } from "./columns";
import { gaussian } from "./gaussian";
import { linearClassifier, linearRegressor, product } from "./linear";
import { machineClassifier, machineRegressor } from "./machines";
import { constantNumbers, refuse, refuseOperator } from "./operators";
import type { Predictor } from "./predictor";
import { clipsToUnit, isByConstant, minMaxScaled, TRANSFORMERS } from "./transformers";

/** Readers of operators that predict, by the operators' names. */
const PREDICTORS: Readonly<
  Record<string, (operator: Operator, width: number, model: OperatorModel) => Predictor>
> = {
  LinearClassifier: linearClassifier,
  LinearRegressor: linearRegressor,
  MatMul: product,
  Sub: gaussian,
  SVMClassifier: machineClassifier,
  SVMRegressor: machineRegressor,
};

/**
 * A fitted estimator, or a pipeline of them, out of an ONNX model such as skl2onnx writes for scikit-learn's: linear
 * models, support vector machines, Gaussian and multinomial naive Bayes, scalers, imputers, encoders, choices of
 * columns, and pipelines and column transformers of them. It predicts what the model predicts, to the rounding of the
 * single precision that its numbers are written in. What the file does not say (how it was fitted) has its default, and
 * estimators that compute the same share a class: all linear regressions are a `LinearRegression`, classifiers with
 * probabilities out of linear scores a `LogisticRegression`, others a `LinearSVC`, scalers by mean, range or quantiles a
 * `StandardScaler`.
 *
 * @param model the operators of the file: `decodeOnnx(bytes)` or `await loadOnnx(path)` of `@gradus/files`
 * @throws ValueError naming the operator for what is not read, such as trees.
 * @roadmap SUP-026
 * @see https://onnx.ai/sklearn-onnx
 * @example
 * ```ts
 * const bytes = encodeOnnx(new Ridge({ alpha: 0 }).fit([[1], [2], [3]], [2, 4, 6])); // or a file of skl2onnx
 * const model = estimatorFromOnnx(decodeOnnx(bytes)) as LinearRegression;
 * model.coef.item().toFixed(6); // → 2.000000
 * ```
 */
export function estimatorFromOnnx(model: OperatorModel): Estimator {
  const reader = new ModelReader(model);
  for (const operator of model.operators) reader.read(operator);
  return reader.finish();
}

class ModelReader {
  readonly #model: OperatorModel;
  readonly #input: Columns;
  /** The columns that are known by the names of the values that hold them. */
  readonly #columns = new Map<string, Columns>();
  /** The scales of products that a shift follows. */
  readonly #scales = new Map<string, { readonly of: Columns; readonly scale: Float64Array }>();
  /** The names of scaled values that are kept within 0 and 1. */
  readonly #clipped = new Set<string>();
  #predictor: { readonly own: Predictor; readonly from: Columns } | undefined;
  readonly #after: Operator[] = [];

  constructor(model: OperatorModel) {
    this.#model = model;
    const widths = model.inputs.map((input) => {
      const { name, type, nColumns } = input;
      if (type === "other" || nColumns === undefined) {
        return refuse("inputs of numbers or text with known columns", `${name}, which is not`);
      }
      return nColumns;
    });
    this.#input = {
      width: widths.reduce((sum, one) => sum + one, 0),
      from: undefined,
      by: undefined,
    };
    let at = 0;
    model.inputs.forEach(({ name }, k) => {
      const places = Array.from({ length: widths[k]! }, (_, j) => at + j);
      this.#columns.set(name, select(this.#input, places));
      at += widths[k]!;
    });
  }

  read(operator: Operator): void {
    if (this.#predictor) this.#readAfter(operator);
    else if (operator.type === "Concat") this.#set(operator, besides(this.#all(operator)));
    else if (!this.#readScale(operator)) this.#readOne(operator);
  }

  finish(): Estimator {
    const { inputs, outputs } = this.#model;
    const isTable = inputs.length > 1;
    const names = isTable ? inputs.map(({ name }) => name) : undefined;
    const predictor = this.#predictor;
    const last = predictor?.from ?? this.#columns.get(outputs[0] ?? "");
    if (last === undefined) return refuse("an output that operators give", String(outputs[0]));
    const steps = stepsTo(last);
    if (predictor) steps.push(predictor.own.finish(this.#after, this.#model));
    if (steps.length === 0) return refuse("operators that compute something", "none");
    return inOrder(steps, this.#input.width, names);
  }

  /** What follows a prediction may not look at the rows again. */
  #readAfter(operator: Operator): void {
    if (operator.inputs.some((name) => this.#columns.has(name))) refuseOperator(operator);
    this.#after.push(operator);
  }

  #readOne(operator: Operator): void {
    const columns = this.#first(operator);
    const { type, inputs } = operator;
    if (type === "Reshape") {
      this.#set(operator, columns);
    } else if (TRANSFORMERS[type] && this.#columns.has(inputs[0]!)) {
      this.#set(operator, TRANSFORMERS[type](operator, columns, this.#model));
    } else if (PREDICTORS[type]) {
      const own = PREDICTORS[type](operator, columns.width, this.#model);
      this.#predictor = { own, from: columns };
    } else {
      refuseOperator(operator);
    }
  }

  /** Reads x · scale, + shift, and limits of 0 and 1. @returns whether it was one of them */
  #readScale(operator: Operator): boolean {
    const [name] = operator.inputs;
    const product = this.#scales.get(name ?? "");
    if (operator.type === "Mul" && isByConstant(operator, this.#model)) {
      const scale = constantNumbers(this.#model, operator, 1);
      this.#scales.set(operator.outputs[0]!, { of: this.#first(operator), scale });
      return true;
    }
    if (operator.type === "Add" && product) {
      const shift = constantNumbers(this.#model, operator, 1);
      const clip = this.#isClipped(operator.outputs[0]!);
      if (clip) this.#clipped.add(operator.outputs[0]!);
      const scaled = { scale: product.scale, shift, clip };
      this.#set(operator, minMaxScaled(operator, product.of, scaled));
      return true;
    }
    if (operator.type !== "Clip" || !this.#clipped.has(name!)) return false;
    this.#set(operator, this.#first(operator));
    return true;
  }

  #isClipped(name: string): boolean {
    const next = this.#model.operators.filter(({ inputs }) => inputs.includes(name));
    return next.length === 1 && next[0]!.type === "Clip" && clipsToUnit(next[0]!, this.#model);
  }

  #first(operator: Operator): Columns {
    return this.#columns.get(operator.inputs[0] ?? "") ?? refuseOperator(operator);
  }

  #all(operator: Operator): Columns[] {
    return operator.inputs.map((name) => this.#columns.get(name) ?? refuseOperator(operator));
  }

  #set({ outputs }: Operator, columns: Columns): void {
    this.#columns.set(outputs[0]!, columns);
  }
}
