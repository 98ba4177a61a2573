import type { Outcome, ProjectScore } from "@gradus/course-kit";

export interface SavedAnswer {
  readonly answer: unknown;
  readonly correct: boolean;
}

export interface SavedExercise {
  readonly outcome: Outcome;
  readonly attempts: number;
  readonly source: string;
}

export interface SavedProject {
  readonly source: string;
  readonly score?: ProjectScore;
}

/** Everything kept of one topic: what `GET /api/progress/:topic` answers. */
export interface TopicProgress {
  /** By `cell:<program>#<region>`, `exercise:<id>` or `project:<id>`. */
  readonly code: Readonly<Record<string, string>>;
  readonly answers: Readonly<Record<string, SavedAnswer>>;
  readonly exercises: Readonly<Record<string, SavedExercise>>;
  readonly project?: SavedProject;
}

export const emptyProgress: TopicProgress = { code: {}, answers: {}, exercises: {} };

/** How far what the learner did has come on its way to the disk. */
export type SaveState =
  | { readonly kind: "saved" }
  | { readonly kind: "saving" }
  | { readonly kind: "failed"; readonly message: string };
