import type { Warning } from "@gradus/core";
import type { KernelChoice } from "@gradus/kernels";
import type { EstimatorJSON } from "../../base/json";
import type { CrossValidateOptions, FoldRun } from "../cross-validate";
import type { Fold } from "../cross-validator";
import type { PackedRows } from "./packed-rows";
import type { PackedError } from "./worker-error";

/** What all fits of a call have in common. */
export interface TrialSetting
  extends Pick<
    CrossValidateOptions,
    "scoring" | "returnTrainScore" | "returnEstimator" | "errorScore"
  > {
  /** The function that was called, for messages. */
  readonly where: string;
  readonly X: PackedRows;
  readonly y: PackedRows;
  readonly sampleWeight: PackedRows | undefined;
  /** How many threads a worker's own large operations take. */
  readonly nThreads: number;
  /** The build of the kernels: another one rounds differently. */
  readonly kernels: KernelChoice;
}

/** What a worker is asked. */
export type Request =
  | { readonly kind: "begin"; readonly setting: TrialSetting }
  | { readonly kind: "folds"; readonly folds: readonly Fold[] }
  | { readonly kind: "fit"; readonly estimator: EstimatorJSON; readonly fold: number }
  /** Forget the rows. */
  | { readonly kind: "end" };

/** What one fit gave, as a message can carry it. */
export interface PackedRun extends Omit<FoldRun, "estimator"> {
  readonly estimator: EstimatorJSON | undefined;
}

/** What a worker says: to be asked, that it has done what it was asked, or what went wrong; warnings in between. */
export type Reply =
  | { readonly kind: "ready" }
  | { readonly kind: "done"; readonly run?: PackedRun }
  | { readonly kind: "failed"; readonly error: PackedError }
  | { readonly kind: "warning"; readonly warning: Warning };
