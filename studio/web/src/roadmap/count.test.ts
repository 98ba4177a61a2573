import type { CompiledTrack, RoadmapRow, RowStatus } from "@gradus/course-kit";
import { describe, expect, test } from "vitest";
import { countStatuses, rowsById, rowsOfTrack } from "./count";

const row = (id: string, status: RowStatus): RoadmapRow => ({
  id,
  area: "supervised",
  name: id,
  kind: "concept",
  measure: "lesson",
  status,
  topics: [],
});

const rows = [row("A", "done"), row("B", "missing"), row("C", "partial"), row("D", "missing")];

const track: CompiledTrack = {
  id: "t",
  title: "T",
  summary: "",
  stages: [
    { title: "one", rows: ["A", "B"] },
    { title: "two", rows: ["B", "C", "unknown"] },
  ],
};

describe("counting rows", () => {
  test("counts each status and all", () => {
    expect(countStatuses(rows)).toEqual({ done: 1, partial: 1, missing: 2, all: 4 });
  });

  test("takes a row once that two stages name, and leaves unknown ids out", () => {
    expect(rowsOfTrack(track, rowsById(rows)).map(({ id }) => id)).toEqual(["A", "B", "C"]);
  });
});
