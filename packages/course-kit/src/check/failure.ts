/**
 * What a check throws when a submission is wrong: not a fault of the program, but of the answer.
 * {@link gradeSubmission} turns it into the outcome "wrong".
 */
export class CheckFailure extends Error {
  override readonly name = "CheckFailure";
  /**
   * The misconception that the check recognised, an id of the exercise's `misconceptions`: its text comes
   * first then, and the message after it.
   */
  readonly misconception: string | undefined;

  constructor(message: string, misconception?: string) {
    super(message);
    this.misconception = misconception;
  }
}

/**
 * Fails the check with a misconception of the exercise; the learner reads the exercise's text for it.
 *
 * @param id a key of the exercise's `misconceptions`
 * @throws CheckFailure always
 *
 * @example
 * ```ts
 * const [start, w] = [4, 3.2]; // what a check measured
 * if (w > start) misconception("uphill");
 * ```
 */
export function misconception(id: string): never {
  throw new CheckFailure("", id);
}
