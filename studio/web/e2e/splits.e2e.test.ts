import { expect, test } from "vitest";
import { answerInNode, describeInBrowser } from "./support";

/**
 * A program, for Node as well as for a page, that splits 1,009 rows in four ways and gives the rows of each part.
 *
 * @param lib an expression: the function that loads a package of the library
 */
const splitting = (lib: string) => `
const { GroupShuffleSplit, StratifiedKFold, TimeSeriesSplit, trainTestSplit } = await (${lib})("learn");
const rows = Array.from({ length: 1009 }, (_, i) => i);
const y = rows.map((i) => (i % 10 === 0 ? "rare" : i % 3 ? "often" : "seldom"));
const groups = rows.map((i) => (i * 7919) % 61);
const listed = (folds) => [...folds].map(({ train, test }) => ({ train: [...train], test: [...test] }));
const stratified = [0, 1, 2].map((seed) => {
  const [train, test] = trainTestSplit(rows, { stratify: y, testSize: 0.27, seed });
  return { train, test };
});
const answer = {
  y,
  groups,
  stratified,
  folds: listed(new StratifiedKFold({ nSplits: 4, shuffle: true, seed: 3 }).split(rows, y)),
  grouped: listed(new GroupShuffleSplit({ nSplits: 3, testSize: 0.3, seed: 4 }).split(rows, y, groups)),
  inTime: listed(new TimeSeriesSplit({ nSplits: 5 }).split(rows)),
};
`;

interface Split {
  readonly train: readonly number[];
  readonly test: readonly number[];
}

interface Answer {
  readonly y: readonly string[];
  readonly groups: readonly number[];
  readonly stratified: readonly Split[];
  readonly folds: readonly Split[];
  readonly grouped: readonly Split[];
  readonly inTime: readonly Split[];
}

/** How often each class is expected among so many rows, and how often it is there. */
function sharesOf(
  y: readonly string[],
  rows: readonly number[],
): [expected: number, got: number][] {
  return [...new Set(y)].map((label) => {
    const share = y.filter((one) => one === label).length / y.length;
    return [share * rows.length, rows.filter((row) => y[row] === label).length];
  });
}

describeInBrowser("splits in a browser", (studio) => {
  test("roadmap EVA-002: classes keep their shares within one row, groups stay together, time goes forward, and seeds give Node and the browser the same rows", async () => {
    const inNode = `${splitting('(name) => import("@gradus/" + name)')} console.log(JSON.stringify(answer));`;
    const answer = (await answerInNode(inNode)) as Answer;
    const { y, groups, stratified, folds, grouped, inTime } = answer;

    for (const { train, test } of [...stratified, ...folds]) {
      expect([...train, ...test].sort((a, b) => a - b)).toEqual(y.map((_, i) => i));
      for (const part of [train, test]) {
        for (const [expected, got] of sharesOf(y, part)) {
          expect(Math.abs(got - expected)).toBeLessThanOrEqual(1);
        }
      }
    }
    expect(new Set(stratified.map(({ test }) => test.join())).size).toBe(3);
    for (const { train, test } of grouped) {
      const known = new Set(train.map((row) => groups[row]));
      expect(test.length).toBeGreaterThan(0);
      expect(test.filter((row) => known.has(groups[row]!))).toEqual([]);
    }
    for (const { train, test } of inTime) {
      expect(Math.max(...train)).toBeLessThan(Math.min(...test));
    }

    const page = await studio.open("/");
    const served = splitting(
      `(name) => import(new URL("/lib/" + name + "/dist/index.js", location.href))`,
    );
    expect(await page.evaluate(`(async () => { ${served} return answer; })()`)).toEqual(answer);
  });
});
