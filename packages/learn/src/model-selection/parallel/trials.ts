import { ParameterError, type ProgressCallback } from "@gradus/core";
import { chosenBuild } from "@gradus/kernels";
import { getNumThreads } from "@gradus/tensor";
import { estimatorFromJSON } from "../../base/from-json";
import type { EstimatorJSON } from "../../base/json";
import type { Predictor } from "../../metrics/scorer";
import type { CrossValidateOptions, ScoringChoice } from "../cross-validate";
import type { Fold } from "../cross-validator";
import type { Splittable } from "../rows";
import type { PackedRun, TrialSetting } from "./messages";
import type { WorkerOptions } from "./options";
import { packRows, type Share, toSharedMemory } from "./packed-rows";
import { WorkerPool } from "./worker-pool";
import { canShareMemory, type WorkerThread } from "./worker-thread";

/** What all fits of a call have in common. */
export interface TrialCall
  extends Pick<
    CrossValidateOptions,
    "scoring" | "fitOptions" | "returnTrainScore" | "returnEstimator" | "errorScore"
  > {
  readonly rows: readonly [Splittable, Splittable];
}

/** Estimators that are each fitted and scored on every fold. */
export interface TrialRound {
  readonly estimators: readonly Predictor[];
  readonly folds: readonly Fold[];
  /** What progress is called. */
  readonly label: string;
  readonly onProgress: ProgressCallback | undefined;
}

/**
 * Does work with workers that hold the rows of a call, and lets the workers go.
 *
 * @throws ParameterError for a scoring that cannot travel; WorkerError if a worker does not start or ends; the
 *   signal's reason once it aborts; and what the work throws.
 */
export async function withTrials<T>(
  where: string,
  call: TrialCall,
  { workers, signal }: WorkerOptions,
  work: (trials: Trials) => Promise<T>,
): Promise<T> {
  signal?.throwIfAborted();
  checkScoring(where, call.scoring);
  const own = workers instanceof WorkerPool ? undefined : new WorkerPool(workers);
  const pool = own ?? (workers as WorkerPool);
  const share: Share = canShareMemory() ? toSharedMemory : (array) => array;
  const setting = settingOf(where, call, share, Math.floor(getNumThreads() / pool.size));
  try {
    return await pool.use(where, signal, async (take) => {
      const trials = new Trials(take, setting, share);
      try {
        return await work(trials);
      } finally {
        await trials.end();
      }
    });
  } finally {
    await own?.end();
  }
}

function settingOf(
  where: string,
  { rows: [X, y], fitOptions, scoring, returnTrainScore, returnEstimator, errorScore }: TrialCall,
  share: Share,
  nThreads: number,
): TrialSetting {
  const { sampleWeight } = fitOptions ?? {};
  return {
    where,
    X: packRows(X, share),
    y: packRows(y, share),
    sampleWeight: sampleWeight && packRows(sampleWeight, share),
    scoring,
    returnTrainScore: returnTrainScore ?? false,
    returnEstimator: returnEstimator ?? false,
    errorScore: errorScore ?? "raise",
    nThreads: Math.max(1, nThreads),
    kernels: chosenBuild() ?? "fastest",
  };
}

/** Workers that hold the rows of a call. */
export class Trials {
  readonly #take: (count: number) => readonly WorkerThread[];
  readonly #setting: TrialSetting;
  readonly #share: Share;
  readonly #begun = new Set<WorkerThread>();

  constructor(
    take: (count: number) => readonly WorkerThread[],
    setting: TrialSetting,
    share: Share,
  ) {
    this.#take = take;
    this.#setting = setting;
    this.#share = share;
  }

  /**
   * Fits each estimator on every fold.
   *
   * @returns for each estimator what its folds gave
   * @throws ParameterError for an estimator that cannot travel; of several fits that fail, what the first one throws.
   */
  async run(round: TrialRound): Promise<PackedRun[][]> {
    const { estimators, folds, label, onProgress } = round;
    const { where } = this.#setting;
    const packed = estimators.map((estimator) => packEstimator(where, estimator));
    const total = packed.length * folds.length;
    const threads = this.#take(total);
    const own = folds.map(({ train, test }) => ({
      train: this.#share(train),
      test: this.#share(test),
    }));
    const runs: PackedRun[] = [];
    const failures = new Map<number, unknown>();
    let next = 0;
    let done = 0;
    const serve = async (thread: WorkerThread) => {
      await this.#begin(thread, own);
      while (next < total && failures.size === 0) {
        const place = next++;
        const estimator = packed[Math.floor(place / folds.length)]!;
        const asked = { kind: "fit", estimator, fold: place % folds.length } as const;
        try {
          runs[place] = (await thread.ask(asked))!;
        } catch (error) {
          failures.set(place, error);
          return;
        }
        done += 1;
        onProgress?.({ done, total, label });
      }
    };
    const served = await Promise.allSettled(threads.map(serve));
    if (failures.size > 0) throw failures.get(Math.min(...failures.keys()));
    for (const one of served) if (one.status === "rejected") throw one.reason;
    return packed.map((_, k) => runs.slice(k * folds.length, (k + 1) * folds.length));
  }

  /** Lets the workers forget the rows. */
  async end(): Promise<void> {
    const alive = [...this.#begun].filter(({ isAlive }) => isAlive);
    await Promise.allSettled(alive.map((thread) => thread.ask({ kind: "end" })));
  }

  async #begin(thread: WorkerThread, folds: readonly Fold[]): Promise<void> {
    if (!this.#begun.has(thread)) {
      this.#begun.add(thread);
      await thread.ask({ kind: "begin", setting: this.#setting });
    }
    await thread.ask({ kind: "folds", folds });
  }
}

function checkScoring(where: string, scoring: ScoringChoice | undefined): void {
  const all = typeof scoring === "object" ? Object.values(scoring) : [scoring];
  if (!all.some((one) => typeof one === "function")) return;
  throw new ParameterError(
    `${where}: expected scoring by names, which a worker can be told, got a function`,
  );
}

/** An estimator as workers are told of it. */
function packEstimator(where: string, estimator: Predictor): EstimatorJSON {
  try {
    const json = estimator.toJSON();
    estimatorFromJSON(json);
    return json;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ParameterError(
      `${where}: expected an estimator of @gradus/learn with options that JSON can hold, since workers make it anew: ${reason}`,
    );
  }
}
