import { expect, test } from "vitest";
import { tracksBySeed } from "../../course/tracks";
import { coverRows } from "./coverage";
import { readRows } from "./rows";

test("the table has the 450 rows of the five roadmaps", () => {
  expect(readRows()).toHaveLength(450);
});

test.each(Object.entries(tracksBySeed))(
  "track %s takes each row of its roadmap once",
  (seed, track) => {
    const expected = readRows().filter((row) => row.seeds.includes(seed));
    const taken = track.stages.flatMap((stage) => stage.rows);
    expect([...taken].sort()).toEqual(expected.map((row) => row.id).sort());
  },
);

test("no row is done without an acceptance test, none is missing that something serves", async () => {
  for (const { id, status, evidence } of await coverRows()) {
    const count = evidence.code.length + evidence.topics.length + evidence.tests.length;
    if (status === "done") expect(evidence.tests, id).not.toEqual([]);
    expect(status === "missing", id).toBe(count === 0);
  }
});
