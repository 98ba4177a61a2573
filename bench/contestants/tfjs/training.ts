import * as tf from "@tensorflow/tfjs-core";
import type { Workload } from "../../workload";
import type { Task } from "../serve";
import { trainingTask } from "../training-task";
import { load } from "./load";

export type Parameters = Readonly<Record<string, tf.Variable>>;

export interface Model {
  /** The names of arrays that are not parameters. */
  readonly data: readonly string[];
  loss(parameters: Parameters, step: number): tf.Scalar;
  optimizer(learningRate: number): tf.Optimizer;
}

export function training(make: (workload: Workload) => Model) {
  return (workload: Workload): Task => {
    const { arrays, settings } = workload;
    const model = make(workload);
    const names = Object.keys(arrays).filter((name) => !model.data.includes(name));
    const initial = Object.fromEntries(
      names.map((name) => [name, inItsLayout(name, load(arrays[name]!))]),
    );
    const parameters = Object.fromEntries(
      names.map((name) => [name, tf.variable(initial[name]!, true, name)]),
    );
    let optimizer: tf.Optimizer;
    let loss: tf.Scalar | undefined;
    return trainingTask(workload, {
      warmUpSteps: 1,
      start: () => {
        for (const name of names) parameters[name]!.assign(initial[name]!);
        optimizer = model.optimizer(settings.learningRate!);
      },
      step: (index) => {
        loss?.dispose();
        loss = optimizer.minimize(() => model.loss(parameters, index), true)!;
      },
      finish: () => optimizer.dispose(),
      loss: () => loss!.dataSync()[0]!,
    });
  };
}

/** A weight (nOut, nIn) as (nIn, nOut): then the forward products need no transpose, which it is slow at. */
function inItsLayout(name: string, array: tf.Tensor): tf.Tensor {
  return name.endsWith(".w") && array.rank === 2 ? tf.transpose(array as tf.Tensor2D) : array;
}

/** x·W + b of rows x. */
export function linear(p: Parameters, name: string, x: tf.Tensor): tf.Tensor2D {
  return tf.add(tf.matMul(x as tf.Tensor2D, p[`${name}.w`]! as tf.Tensor2D), p[`${name}.b`]!);
}

/** The mean of −log softmax(logits) at the targets, which are one-hot. */
export function crossEntropy(logits: tf.Tensor2D, targets: tf.Tensor2D): tf.Scalar {
  return tf.neg(tf.mean(tf.sum(tf.mul(tf.logSoftmax(logits), targets), 1)));
}
