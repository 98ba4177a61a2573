import type { RowStatus } from "@gradus/course-kit";

/** Which rows a reader wants to see. */
export type StatusFilter = "all" | RowStatus;

export const statusFilters: readonly StatusFilter[] = ["all", "done", "partial", "missing"];

export function isStatusFilter(value: unknown): value is StatusFilter {
  return statusFilters.includes(value as StatusFilter);
}
