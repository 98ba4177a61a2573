/** One line of a project's rubric: its points are given by the check, never by hand. */
export interface RubricCriterion {
  /** Stable word, unique within the project. */
  readonly id: string;
  readonly title: string;
  /** What earns the points, for the learner. */
  readonly description: string;
  readonly points: number;
}

/** What the check found for one criterion. */
export interface CriterionResult {
  readonly id: string;
  /** From 0 to the criterion's points. */
  readonly points: number;
  /** Why, with the measured numbers. */
  readonly message: string;
}

/** A project: what `project.ts` in its folder under course/projects exports as default. */
export interface Project {
  readonly id: string;
  readonly title: string;
  /** One sentence. */
  readonly summary: string;
  readonly rows: readonly string[];
  readonly minutes: number;
  readonly rubric: readonly RubricCriterion[];
  /** Points needed to pass. */
  readonly passing: number;
  /** How long a submission may run, in milliseconds. Default 20,000. */
  readonly timeBudget?: number;
}

/** Types a project. */
export function defineProject(project: Project): Project {
  return project;
}
