import { initialParams } from "@gradus/course-kit";
import { describe, expect, test } from "vitest";
import { readTopic } from "../../../tools/build/course/folder";
import { claimsOf } from "../../../tools/content/claims";
import { gradeSource } from "../../../tools/content/grade-source";
import { loadProgram } from "../../../tools/content/load-program";
import { runCell } from "../../../tools/content/run-cell";
import { rents, withCode, withoutCode } from "./coded";
import missingCode from "./figures/missing-code";
import { defects, makeVisits, stillThere } from "./visits";

const folder = await readTopic(new URL(".", import.meta.url).pathname.replace(/\/$/, ""));
const pipeline = folder.exercises.find(({ exercise }) => exercise.id === "eight-defects")!;

test("roadmap DAT-010: the graded pipeline repairs eight planted defects, and leaving any one is named", async () => {
  expect(folder.topic.rows).toContain("DAT-010");
  expect(defects).toHaveLength(8);
  expect(await gradeSource(pipeline, pipeline.solution.text)).toEqual({ kind: "passed" });
  expect([...pipeline.wrong.keys()].sort()).toEqual([...defects].sort());
  const { clean } = await loadProgram(pipeline.solution.text);
  for (const defect of defects) {
    const { text } = pipeline.wrong.get(defect)!;
    const outcome = await gradeSource(pipeline, text);
    expect(outcome).toMatchObject({ kind: "wrong", misconception: defect });
    // It is planted in several places, the others are repaired, and the check says so.
    const broken = await loadProgram(text);
    for (const seed of [1, 2, 3]) {
      const { raw, truth } = makeVisits(seed);
      const left = stillThere((broken.clean as typeof repair)(raw), truth);
      expect([...left.keys()]).toEqual([defect]);
      expect(left.get(defect)).toBeGreaterThanOrEqual(2);
      expect((outcome as { message: string }).message).toContain(
        `Still there, of eight: ${defect} (`,
      );
    }
  }
  const repair = clean as (raw: ReturnType<typeof makeVisits>["raw"]) => typeof raw;
  for (const seed of [4, 5, 6]) {
    const { raw, truth } = makeVisits(seed);
    expect(stillThere(repair(raw), truth).size).toBe(0);
  }
});

describe("the lesson says what its cells compute", async () => {
  const { says } = await claimsOf(import.meta.url);
  const logged = (await runCell(folder.programs.get("demos/flats.ts")!.text)).logged;
  const line = (start: string) => logged.find((each) => each.startsWith(start));

  test("a mean below the smallest value", () => {
    says("The cheapest flat costs 890 €. The mean is 758 €.");
    says("the mean is 758.4 €");
    expect(Math.round(Number(line("mean rent:")!.split(" ")[2]) * 10) / 10).toBe(758.4);
    expect(line("rents:")).toContain("890");
    says("Now the mean is 1,148.89 €");
    expect(Number(line("without the code:")!.split(" ")[3])).toBeCloseTo(1148.89, 2);
    says("Two rents are −999");
    expect(line("missing rents:")).toBe("missing rents: 2");
  });

  test("by hand", async () => {
    says("825 - 249.75 = 575.25");
    const byHand = (await runCell(folder.programs.get("demos/by-hand.ts")!.text)).logged;
    expect(byHand.slice(0, 2)).toEqual(["by the formula: 575.25", "by the list:    575.25"]);
    expect(byHand[2]).toContain("mean 1100");
    says("by a factor: here by 10.76");
    expect(1 / 0.09290304).toBeCloseTo(10.76, 2);
  });

  test("what the steps leave", () => {
    expect(line("equal rows before:")).toBe("equal rows before: 0");
    expect(line("equal rows now:")).toBe("equal rows now:    1");
    expect(line("training flats:")).toBe("training flats: 6  tested flats: 3");
    expect(logged.filter((each) => each.startsWith("holds:"))).toHaveLength(4);
    says("leaves 6 of the 11 lines");
    expect(line("rows without any gap:")).toBe("rows without any gap: 6 of 11 lines of the file");
    says("shrinks from 227 to 197 €");
    expect(line("spread of the rents:")).toBe(
      "spread of the rents: 227 €; gaps filled with the mean: 197 €",
    );
    says("Seven spellings for three cities");
    const [spellings] = logged.filter((each) => each.startsWith("cities:"));
    expect(spellings!.match(/"/g)).toHaveLength(2 * 7);
  });
});

describe("the figure", () => {
  test("follows the formula", () => {
    for (const [n, code] of [
      [0, 0],
      [4, -999],
      [16, 9999],
    ] as const) {
      const p = n / rents.length;
      expect(withCode(n, code).mean).toBeCloseTo((1 - p) * withoutCode(n).mean + p * code, 9);
    }
  });

  test("says what is shown", () => {
    const params = { ...initialParams(missingCode.controls), known: true };
    expect(missingCode.describe(missingCode.model(params), params)).toMatch(
      /^4 of 40 rents are missing and are left out\. The mean is \d+ €/,
    );
  });
});
