import type { CompiledTrack, RoadmapRow, RowStatus } from "@gradus/course-kit";

export interface StatusCounts {
  readonly done: number;
  readonly partial: number;
  readonly missing: number;
  readonly all: number;
}

/** How many rows stand where. */
export function countStatuses(rows: Iterable<RoadmapRow>): StatusCounts {
  const counts = { done: 0, partial: 0, missing: 0, all: 0 };
  for (const row of rows) {
    counts[row.status]++;
    counts.all++;
  }
  return counts;
}

/** The rows of a track, each once however many stages name it. Ids without a row are left out. */
export function rowsOfTrack(
  track: CompiledTrack,
  rows: ReadonlyMap<string, RoadmapRow>,
): readonly RoadmapRow[] {
  const ids = new Set(track.stages.flatMap((stage) => stage.rows));
  return [...ids].map((id) => rows.get(id)).filter((row) => row !== undefined);
}

export function rowsById(rows: readonly RoadmapRow[]): ReadonlyMap<string, RoadmapRow> {
  return new Map(rows.map((row) => [row.id, row]));
}

export const statusWords: Readonly<Record<RowStatus, string>> = {
  done: "done",
  partial: "partial",
  missing: "missing",
};
