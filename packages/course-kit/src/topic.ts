/** Where a statement, an idea or a data set comes from. */
export interface Source {
  readonly title: string;
  readonly authors: string;
  readonly year: number;
  readonly url?: string;
}

/** One topic of the course: what `topic.ts` in its folder exports as default. */
export interface Topic {
  /** The folder's name: stable words, since a learner's progress is stored under it. */
  readonly id: string;
  readonly title: string;
  /** The question that the lesson answers. */
  readonly question: string;
  /** Ids of topics that come before. */
  readonly prerequisites: readonly string[];
  /** What the learner can do afterwards; each starts with a verb. */
  readonly teaches: readonly string[];
  /** Rows of the roadmaps that this topic fulfils, such as "SUP-004". */
  readonly rows: readonly string[];
  /** Reading and doing time of an average learner. */
  readonly minutes: number;
  readonly sources: readonly Source[];
  /** Id of the project that closes the topic, a folder under course/projects. */
  readonly project?: string;
}

/** Types a topic; see EXAMPLES in CONTRIBUTING.md for a whole one. */
export function defineTopic(topic: Topic): Topic {
  return topic;
}
