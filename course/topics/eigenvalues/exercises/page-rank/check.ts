import { RandomGenerator } from "@gradus/core";
import { defineCheck, expectClose, expectThat } from "@gradus/course-kit";

interface Submission {
  pageRank(links: number[][], follow: number, clicks: number): number[];
}

export default defineCheck(({ pageRank }: Submission) => {
  for (const seed of [1, 2, 3, 4, 5]) {
    const links = someLinks(seed);
    const [follow, clicks] = [0.5 + 0.08 * seed, 2 * seed - 1];
    const before = JSON.stringify(links);
    const found = pageRank(links, follow, clicks);
    expectThat(Array.isArray(found), "`pageRank` returns a list of numbers, one a page.");
    expectThat(JSON.stringify(links) === before, "The lists of links must stay as they were.");
    expectClose(found, walk(links, follow, clicks), {
      of: `${links.length} pages, ${follow.toFixed(2)} of the clicks follow a link, ${clicks} clicks`,
      mistakes: {
        "dead-ends-leak": walk(links, follow, clicks, { leak: true }),
        "links-uncounted": walk(links, follow, clicks, { uncounted: true }),
        backwards: walk(reversed(links), follow, clicks),
        "nobody-jumps": walk(links, 1, clicks),
      },
    });
  }
  expectClose(
    pageRank([[1], [0], [0, 1]], 0.85, 0),
    [1 / 3, 1 / 3, 1 / 3],
    "before the first click",
  );
});

/** Four to eight pages, the last one without links. */
function someLinks(seed: number): number[][] {
  const random = new RandomGenerator(seed);
  const n = 3 + seed;
  return Array.from({ length: n }, (_, page) =>
    page === n - 1
      ? []
      : Array.from({ length: n }, (_, to) => to).filter(
          (to) => to !== page && (to === (page + 1) % n || random.uniform(0, 1) < 0.4),
        ),
  );
}

function reversed(links: number[][]): number[][] {
  return links.map((_, to) => links.flatMap((list, from) => (list.includes(to) ? [from] : [])));
}

function walk(
  links: number[][],
  follow: number,
  clicks: number,
  { leak = false, uncounted = false } = {},
): number[] {
  const n = links.length;
  let readers = links.map(() => 1 / n);
  for (let click = 0; click < clicks; click++) {
    const next = links.map(() => (1 - follow) / n);
    links.forEach((list, page) => {
      const targets = list.length > 0 || leak ? list : links.map((_, any) => any);
      const share = uncounted ? 1 : 1 / targets.length;
      for (const to of targets) next[to]! += follow * readers[page]! * share;
    });
    readers = next;
  }
  return readers;
}
