import type { MirrorEntry } from "./mirror";
import type { SavedAnswer, SavedExercise, SavedProject, TopicProgress } from "./types";

export type EntryKind = "code" | "answers" | "exercises" | "project";

/**
 * Joins what the server knows with the browser's copy. What never reached the server wins over it; of the rest
 * the server's word counts, and the copy fills what the server has lost.
 */
export function reconcile(
  server: TopicProgress,
  mirror: ReadonlyMap<string, MirrorEntry>,
): TopicProgress {
  let progress = server;
  for (const [id, { value, pending }] of mirror) {
    if (pending || !has(server, id)) progress = applyEntry(progress, id, value);
  }
  return progress;
}

/** The progress with one entry replaced; null removes a learner's version of code. */
export function applyEntry(progress: TopicProgress, id: string, value: unknown): TopicProgress {
  const slash = id.indexOf("/");
  const key = id.slice(slash + 1);
  switch (id.slice(0, slash) as EntryKind) {
    case "code": {
      const { [key]: _, ...code } = progress.code;
      return { ...progress, code: value === null ? code : { ...code, [key]: String(value) } };
    }
    case "answers":
      return { ...progress, answers: { ...progress.answers, [key]: value as SavedAnswer } };
    case "exercises":
      return {
        ...progress,
        exercises: {
          ...progress.exercises,
          [key]: keepPassed(progress.exercises[key], value as SavedExercise),
        },
      };
    case "project":
      return { ...progress, project: value as SavedProject };
  }
}

/** Attempts never go down when two copies of the same exercise meet. */
function keepPassed(before: SavedExercise | undefined, next: SavedExercise): SavedExercise {
  return { ...next, attempts: Math.max(before?.attempts ?? 0, next.attempts) };
}

function has(progress: TopicProgress, id: string): boolean {
  const slash = id.indexOf("/");
  const kind = id.slice(0, slash) as EntryKind;
  if (kind === "project") return progress.project !== undefined;
  return id.slice(slash + 1) in progress[kind];
}
