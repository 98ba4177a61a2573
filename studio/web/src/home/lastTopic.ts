import type { CompiledCourse } from "@gradus/course-kit";
import type { ProgressSummary } from "../data/queries";

/** The topic that the learner saw last, if it still exists. */
export function lastTopic(
  course: CompiledCourse,
  progress: ProgressSummary | undefined,
): CompiledCourse["topics"][number] | undefined {
  const seen = Object.entries(progress?.topics ?? {}).sort(([, a], [, b]) =>
    b.lastSeen.localeCompare(a.lastSeen),
  );
  for (const [id] of seen) {
    const topic = course.topics.find((candidate) => candidate.id === id);
    if (topic) return topic;
  }
  return undefined;
}
