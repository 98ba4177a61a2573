/** A graded exercise: what `exercise.ts` in its folder exports as default. */
export interface Exercise {
  /** The folder's name, unique within its topic. */
  readonly id: string;
  readonly title: string;
  /** The task, in Markdown with TeX. */
  readonly prompt: string;
  /** At most three, from a nudge to nearly the answer; Markdown with TeX. */
  readonly hints: readonly string[];
  /**
   * What learners get wrong, by id: the id is the name of the file under `wrong/` that makes the mistake,
   * the text is what the learner reads. A check fails with `misconception(id)`.
   */
  readonly misconceptions: Readonly<Record<string, string>>;
  /** How long a submission may run before it is stopped, in milliseconds. Default 5,000. */
  readonly timeBudget?: number;
}

/** Types an exercise; at least three misconceptions, at most three hints. */
export function defineExercise(exercise: Exercise): Exercise {
  return exercise;
}
