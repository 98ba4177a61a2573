import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { CompiledTrack, RoadmapRow } from "@gradus/course-kit";
import { courseDir } from "./folder";

/** The tracks and rows of the roadmaps, for the course's table of contents. */
export async function readRoadmap(): Promise<{
  readonly tracks: readonly CompiledTrack[];
  readonly rows: readonly RoadmapRow[];
}> {
  const tracksFile = join(courseDir, "tracks/index.ts");
  const coverageFile = join(courseDir, "../tools/roadmap-coverage/coverage.ts");
  const [{ tracks = [] }, { roadmapRows = async () => [] }] = await Promise.all([
    importIfThere<{ tracks: readonly CompiledTrack[] }>(tracksFile),
    importIfThere<{ roadmapRows: () => Promise<readonly RoadmapRow[]> }>(coverageFile),
  ]);
  return { tracks, rows: await roadmapRows() };
}

async function importIfThere<T>(path: string): Promise<Partial<T>> {
  return existsSync(path) ? await import(/* @vite-ignore */ pathToFileURL(path).href) : {};
}
