import type { GradeOptions } from "./check/grade";
import type { CriterionResult, RubricCriterion } from "./project";
import type { Outcome } from "./run-message";
import type { Source } from "./topic";

/**
 * What the compiler (tools/build/course) makes of a topic's folder and the page shows: JSON, and ES modules
 * beside it. Every text is HTML already, with its mathematics rendered.
 */
export interface CompiledTopic {
  readonly id: string;
  readonly title: string;
  readonly question: string;
  readonly minutes: number;
  readonly prerequisites: readonly string[];
  readonly teaches: readonly string[];
  readonly rows: readonly string[];
  readonly sources: readonly Source[];
  readonly headings: readonly {
    readonly id: string;
    readonly text: string;
    readonly depth: 2 | 3;
  }[];
  readonly blocks: readonly LessonBlock[];
  readonly programs: Readonly<Record<string, CompiledProgram>>;
  readonly exercises: readonly CompiledExercise[];
  readonly quiz: readonly CompiledQuizItem[];
  readonly project?: CompiledProject;
}

/** The lesson from top to bottom. */
export type LessonBlock =
  | { readonly kind: "html"; readonly html: string }
  | { readonly kind: "cell"; readonly program: string; readonly region: string }
  /** `module` is the URL of an ES module whose default export is a Figure. */
  | {
      readonly kind: "figure";
      readonly id: string;
      readonly title: string;
      readonly module: string;
    }
  | { readonly kind: "exercise"; readonly id: string }
  | { readonly kind: "quiz" }
  | { readonly kind: "project" };

/**
 * A demo file cut at its `#region` marks. Running a cell runs the file from its start to the end of that
 * region, with the learner's edits, and shows what the last region prints: a notebook without hidden state.
 */
export interface CompiledProgram {
  readonly segments: readonly {
    /** The region's name, or null for what stands between regions (imports, helpers). */
    readonly region: string | null;
    readonly source: string;
  }[];
}

/** An exercise with its texts as HTML and its check as a module. */
export interface CompiledExercise {
  readonly id: string;
  readonly title: string;
  readonly promptHtml: string;
  readonly hintsHtml: readonly string[];
  readonly start: string;
  readonly solution: string;
  /** URL of an ES module whose default export is a {@link GradeFunction}. */
  readonly checkModule: string;
  readonly timeBudget: number;
}

/** Grades what a submission exports (its module namespace). */
export type GradeFunction = (submission: object, options?: GradeOptions) => Promise<Outcome>;

/** Scores what a project's submission exports. */
export type ScoreFunction = (submission: object, options?: GradeOptions) => Promise<ProjectScore>;

/** An answer one can choose, as HTML. */
export interface CompiledChoice {
  readonly textHtml: string;
  readonly explanationHtml: string;
}

/** A question of a quiz, as HTML. */
export type CompiledQuizItem = { readonly id: string; readonly questionHtml: string } & (
  | {
      readonly kind: "choice";
      readonly choices: readonly CompiledChoice[];
      readonly answer: number;
    }
  | {
      readonly kind: "numeric";
      readonly answer: number;
      readonly tolerance: number;
      readonly unit?: string;
      readonly explanationHtml: string;
    }
  | {
      readonly kind: "output";
      readonly code: string;
      readonly answer: string;
      readonly explanationHtml: string;
    }
  | { readonly kind: "order"; readonly lines: readonly string[]; readonly explanationHtml: string }
);

/** A project with its brief as HTML. */
export interface CompiledProject {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly rows: readonly string[];
  readonly minutes: number;
  readonly briefHtml: string;
  readonly start: string;
  readonly rubric: readonly RubricCriterion[];
  readonly passing: number;
  readonly timeBudget: number;
  /** URL of an ES module whose default export is a {@link ScoreFunction}. */
  readonly checkModule: string;
}

/** Results of a project's check, with their sum. */
export interface ProjectScore {
  readonly results: readonly CriterionResult[];
  readonly points: number;
  readonly passed: boolean;
}

/** The course's table of contents: one JSON file, fetched first. */
export interface CompiledCourse {
  /** Each after what it builds on. */
  readonly topics: readonly {
    readonly id: string;
    readonly title: string;
    readonly question: string;
    readonly minutes: number;
    /** The area of the first row that it serves. */
    readonly area: string;
    readonly prerequisites: readonly string[];
    readonly rows: readonly string[];
    readonly nExercises: number;
    readonly nQuizItems: number;
  }[];
  readonly tracks: readonly CompiledTrack[];
  readonly rows: readonly RoadmapRow[];
}

/** How far the course and library serve a row: a measure held by an acceptance test is done. */
export type RowStatus = "done" | "partial" | "missing";

/** One of the 450 things that the roadmaps name. */
export interface RoadmapRow {
  readonly id: string;
  readonly area: string;
  readonly name: string;
  readonly kind: string;
  /** When the row counts as done. */
  readonly measure: string;
  readonly status: RowStatus;
  /** Topics and projects of the course that serve it. */
  readonly topics: readonly string[];
}

/** A roadmap as stages of rows, in the order in which it takes them. */
export interface CompiledTrack {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly stages: readonly {
    readonly title: string;
    readonly rows: readonly string[];
  }[];
}
