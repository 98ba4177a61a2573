import type { CompiledTrack } from "@gradus/course-kit";

type Stage = CompiledTrack["stages"][number];

/**
 * A stage of a track: its title and the rows it takes, in order, as one text of ids.
 *
 * @example
 * ```ts
 * stage("Vectors first", "FND-004 FND-005");
 * ```
 */
export function stage(title: string, rows: string): Stage {
  return { title, rows: rows.trim().split(/\s+/) };
}
