import { expect, test } from "vitest";
import { type Runner, rotate } from "./rotation";

function runner(name: string, log: string[], milliseconds = 0): Runner {
  return {
    run: async () => {
      log.push(name);
      await new Promise((resolve) => setTimeout(resolve, milliseconds));
      return { milliseconds, score: 1, share: 1 };
    },
  };
}

test("rotate runs all in turn, round by round", async () => {
  const log: string[] = [];
  const runs = await rotate([runner("A", log), runner("B", log)], { rounds: 3, patience: 1000 });
  expect(log.join(" ")).toBe("A B A B A B");
  expect(runs.map((list) => list.length)).toEqual([3, 3]);
});

test("rotate lets a slow one sit out the rounds after its patience has run out", async () => {
  const log: string[] = [];
  const slow = runner("slow", log, 60);
  const runs = await rotate([runner("A", log), slow], { rounds: 4, patience: 50 });
  expect(runs.map((list) => list.length)).toEqual([4, 1]);
});
