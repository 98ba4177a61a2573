import { expect, test } from "vitest";
import { answerInNode, describeInBrowser } from "./support";

/**
 * A program, for Node as well as for a browser, that searches in this thread and in workers.
 *
 * @param lib an expression: the function that loads a package of the library
 */
const searching = (lib: string) => `
const { GridSearchCV, Ridge } = await (${lib})("learn");
const X = Array.from({ length: 60 }, (_, i) => [i % 7, (i * i) % 11, i % 3]);
const y = X.map(([a, b, c], i) => 3 * a - b + 0.5 * c + Math.sin(i));
const search = () => new GridSearchCV({ estimator: new Ridge(), paramGrid: { alpha: [0.1, 1, 10] } });
const [here, parallel] = [search().fit(X, y), await search().fitAsync(X, y, { workers: 2 })];
const scores = ({ cvResults }) => cvResults.column("mean_test_score").toArray();
const answer = { here: scores(here), parallel: scores(parallel), best: parallel.bestParams.alpha };
`;

interface Answer {
  readonly here: readonly number[];
  readonly parallel: readonly number[];
  readonly best: number;
}

describeInBrowser("searches in workers", (studio) => {
  test("give what they give in one thread: in Node, in a page, and in a page's worker, as published", async () => {
    const inNode = `${searching('(name) => import("@gradus/" + name)')} console.log(JSON.stringify(answer));`;
    const page = await studio.open("/");
    const lib = (origin: string) =>
      `(name) => import(new URL("/lib/" + name + "/dist/index.js", ${origin}))`;
    const inWorker = `${searching(lib(JSON.stringify(studio.url)))} postMessage(answer);`;
    const answers = [
      await answerInNode(inNode),
      await page.evaluate(`(async () => { ${searching(lib("location.href"))} return answer; })()`),
      await page.evaluate((program) => {
        const url = URL.createObjectURL(new Blob([program], { type: "text/javascript" }));
        const worker = new Worker(url, { type: "module" });
        return new Promise((resolve, reject) => {
          worker.onmessage = ({ data }) => resolve(data);
          worker.onerror = ({ message }) => reject(new Error(message));
        });
      }, inWorker),
    ] as Answer[];
    for (const { here, parallel, best } of answers) {
      expect(parallel).toHaveLength(3);
      expect(parallel).toEqual(here);
      expect(best).toBe(answers[0]!.best);
    }
  });
});
