import type { Workload } from "../workload";
import type { Task } from "./serve";

/** How a library trains a model. */
export interface Trainer {
  /** How many steps warm it up. */
  readonly warmUpSteps: number;
  /** Back to the given weights. */
  start(): void;
  step(index: number): void | Promise<void>;
  finish?(): void | Promise<void>;
  /** The loss of the last step. */
  loss(): number;
}

/**
 * Training from the given weights, for all steps of the workload, is one repetition. A slow library stops at the
 * workload's limit.
 */
export function trainingTask({ settings, limit = Infinity }: Workload, trainer: Trainer): Task {
  const steps = settings.steps!;
  let taken = 0;
  const train = async (count: number): Promise<void> => {
    trainer.start();
    const start = performance.now();
    for (taken = 0; taken < count && performance.now() - start < limit; taken++) {
      const done = trainer.step(taken);
      if (done !== undefined) await done;
    }
    await trainer.finish?.();
  };
  return {
    repetition: () => train(steps),
    warmUp: () => train(Math.min(trainer.warmUpSteps, steps)),
    score: () => trainer.loss(),
    share: () => taken / steps,
  };
}
