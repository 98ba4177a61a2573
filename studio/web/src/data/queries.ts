import type { CompiledCourse, CompiledTopic } from "@gradus/course-kit";
import { queryOptions } from "@tanstack/react-query";
import { fetchJson } from "./fetchJson";

/** How the server stores progress today. */
export interface StudioStatus {
  readonly version: string;
  readonly storage: "saved" | "memory";
  readonly message?: string;
}

/** What is known of every topic that the learner opened. */
export interface ProgressSummary {
  readonly topics: Readonly<
    Record<
      string,
      {
        readonly exercisesPassed: readonly string[];
        readonly quizCorrect: readonly string[];
        readonly projectPoints?: number;
        readonly lastSeen: string;
      }
    >
  >;
}

/** The course's table of contents; it changes only with a new build. */
export const courseQuery = queryOptions({
  queryKey: ["course"],
  queryFn: () => fetchJson<CompiledCourse>("/course/index.json"),
  staleTime: Number.POSITIVE_INFINITY,
});

/** One topic with everything in it but its modules. */
export function topicQuery(id: string) {
  return queryOptions({
    queryKey: ["topic", id],
    queryFn: () => fetchJson<CompiledTopic>(`/course/topics/${encodeURIComponent(id)}.json`),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

export const statusQuery = queryOptions({
  queryKey: ["status"],
  queryFn: () => fetchJson<StudioStatus>("/api/status"),
  staleTime: 60_000,
});

export const progressQuery = queryOptions({
  queryKey: ["progress"],
  queryFn: () => fetchJson<ProgressSummary>("/api/progress"),
});
