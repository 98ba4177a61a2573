import type {
  Answer,
  ExerciseAttempt,
  ProgressArchive,
  ProgressSummary,
  ProjectAttempt,
  TopicProgress,
} from "./schemas";

/** Where a learner's progress is kept. A promise that resolves means that the change is stored. */
export interface ProgressStore {
  summary(): Promise<ProgressSummary>;
  topic(topic: string): Promise<TopicProgress>;
  saveCode(topic: string, key: string, source: string): Promise<void>;
  resetCode(topic: string, key: string): Promise<void>;
  saveAnswer(topic: string, item: string, answer: Answer): Promise<void>;
  recordExercise(topic: string, exercise: string, attempt: ExerciseAttempt): Promise<void>;
  recordProject(topic: string, project: string, attempt: ProjectAttempt): Promise<void>;
  exportAll(): Promise<ProgressArchive>;
  /** Adds what an archive holds; where both have a thing, the newer one stays. */
  importAll(archive: ProgressArchive): Promise<void>;
  close(): Promise<void>;
}

/** The store's operations by name: what a thread may be asked to do. */
export const STORE_METHODS = [
  "summary",
  "topic",
  "saveCode",
  "resetCode",
  "saveAnswer",
  "recordExercise",
  "recordProject",
  "exportAll",
  "importAll",
  "close",
] as const satisfies readonly (keyof ProgressStore)[];

/** The operations after which the backup is out of date. */
export const WRITING_METHODS: ReadonlySet<keyof ProgressStore> = new Set([
  "saveCode",
  "resetCode",
  "saveAnswer",
  "recordExercise",
  "recordProject",
  "importAll",
]);

/** An operation on the store failed: the disk is full, the database is gone, a file is damaged. */
export class StorageError extends Error {
  override readonly name = "StorageError";
  /** PostgreSQL's SQLSTATE or the operating system's code, such as "53100" or "ENOSPC". */
  readonly code: string | undefined;

  constructor(message: string, code?: string) {
    super(message);
    this.code = code;
  }
}

/** Whatever a database driver threw, with the innermost cause, which is the one that says why. */
export function toStorageError(error: unknown): StorageError {
  if (error instanceof StorageError) return error;
  let inner = error;
  while (inner instanceof Error && inner.cause instanceof Error) inner = inner.cause;
  const { message, code } = (inner ?? {}) as { message?: unknown; code?: unknown };
  return new StorageError(
    typeof message === "string" && message !== "" ? message : String(inner),
    typeof code === "string" ? code : undefined,
  );
}
