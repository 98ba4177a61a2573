import { noGrad, optimizerState, scoped, sgdStep, type Tensor, tensor } from "@gradus/tensor";
import type { Workload } from "../../workload";
import type { Task } from "../serve";
import { trainingTask } from "../training-task";
import { loadAll } from "./load";

/** A model for one workload: its loss in a training step, and how its parameters move afterwards. */
export interface Model {
  /** The names of the arrays that are trained. */
  readonly parameters: readonly string[];
  loss(values: Values, step: number): Tensor;
  /** Called before the first step. @returns what moves the parameters along their gradients */
  optimizer(parameters: readonly Tensor[], learningRate: number): () => void;
}

/** Data and parameters by the names of their files. */
export type Values = Readonly<Record<string, Tensor>>;

export function training(make: (workload: Workload, values: Values) => Model) {
  return (workload: Workload): Task => {
    const { settings, arrays } = workload;
    const initial = loadAll(arrays);
    const model = make(workload, initial);
    const parameters = model.parameters.map((name) =>
      tensor(initial[name]!, { requiresGrad: true }),
    );
    const values = { ...initial };
    for (const [i, name] of model.parameters.entries()) values[name] = parameters[i]!;
    let loss: Tensor;
    let update = () => {};
    return trainingTask(workload, {
      warmUpSteps: 20,
      start: () => {
        noGrad(() => {
          for (const name of model.parameters) values[name]!.assign(initial[name]!);
        });
        update = model.optimizer(parameters, settings.learningRate!);
      },
      step: (index) => {
        // A step's memory, gradients included, is free for the next one.
        loss = scoped(() => {
          const value = model.loss(values, index);
          value.backward();
          update();
          return value.detach();
        });
        for (const parameter of parameters) parameter.grad = undefined;
      },
      loss: () => loss.item(),
    });
  };
}

/** Plain gradient descent. */
export function descent(parameters: readonly Tensor[], learningRate: number): () => void {
  const state = optimizerState(parameters);
  return () => sgdStep(parameters, state, { learningRate });
}

/** The names of everything but the data. */
export function parameterNames(values: Values, data: readonly string[]): string[] {
  return Object.keys(values).filter((name) => !data.includes(name));
}

/** Rows of a step's batch, and their labels. */
export function batchOf(values: Values, step: number, batch: number): { x: Tensor; y: Tensor } {
  const range = [step * batch, (step + 1) * batch] as const;
  return { x: values.X!.slice(range), y: values.y!.slice(range) };
}
