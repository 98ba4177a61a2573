import type { CompiledCourse } from "@gradus/course-kit";
import { useQuery } from "@tanstack/react-query";
import { courseQuery } from "../data/queries";

export type TopicEntry = CompiledCourse["topics"][number];

/** All topics in the order of the course; none until the table of contents is there. */
export function useTopics(): readonly TopicEntry[] {
  return useQuery(courseQuery).data?.topics ?? [];
}
