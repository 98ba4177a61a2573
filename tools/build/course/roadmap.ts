import type { CompiledTrack, RoadmapRow } from "@gradus/course-kit";
import { tracks } from "../../../course/tracks";
import { coverRows } from "../../roadmap-coverage/coverage";

/** The tracks and rows of the roadmaps, for the course's table of contents. */
export async function readRoadmap(): Promise<{
  readonly tracks: readonly CompiledTrack[];
  readonly rows: readonly RoadmapRow[];
}> {
  const rows = await coverRows();
  return {
    tracks,
    rows: rows.map(({ id, area, name, kind, measure, status, topics }) => {
      return { id, area, name, kind, measure, status, topics };
    }),
  };
}
