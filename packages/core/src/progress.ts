/** How far a long computation has come: what `fit` and a training loop report to their callback. */
export interface Progress {
  /** Steps done so far. */
  readonly done: number;
  /** Steps in all, where it is known. */
  readonly total?: number;
  /** What is being done, for people. */
  readonly label?: string;
  /** Named numbers at this step, such as a loss. */
  readonly metrics?: Readonly<Record<string, number>>;
}

/** Called with the progress of a long computation; it may be called often and should be quick. */
export type ProgressCallback = (progress: Progress) => void;
