/** One thing that is timed, the same for every contestant. */
export interface Workload {
  /** What the table calls it; the command's filter looks here. */
  readonly name: string;
  /** Which of a contestant's tasks it is. */
  readonly task: "matmul" | "linearRegression" | "ridge";
  /** Data files (see data.ts), by the name under which the task knows them. */
  readonly arrays: Readonly<Record<string, ArrayFile>>;
  /** Repetitions inside one timed run, so that a run is long enough to time. */
  readonly repeat: number;
  /** Floating-point operations of one repetition, for GFLOP/s. */
  readonly flop?: number;
  readonly peers: readonly PeerName[];
}

export type PeerName = "numpy" | "numpy-1-thread" | "tfjs" | "jax-js" | "scikit-learn";

/** An array in a file that every contestant reads: little-endian float32, rows first. */
export interface ArrayFile {
  readonly path: string;
  readonly shape: readonly number[];
}

/** What one timed run of a contestant gives back. */
export interface Run {
  /** Milliseconds of one repetition. */
  readonly milliseconds: number;
  /** A number that contestants with equal results share. */
  readonly score: number;
}
