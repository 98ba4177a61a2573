import { readFile } from "node:fs/promises";
import { loadAmes } from "@gradus/data";
import { corrcoef, eig, eigh, eigvals, tensor } from "@gradus/tensor";
import { describe, expect, test } from "vitest";
import { claimsOf } from "../../../tools/content/claims";
import { apart, click, everywhere, links, pages, type Readers } from "./glossary";

// The lesson's sentences state numbers that its cells compute. Each such sentence stands here with its number.

const { says } = await claimsOf(import.meta.url);
const incoming = (page: string) => pages.filter((from) => links[from]!.includes(page)).length;
const share = (readers: Readers, page: string) => 100 * readers[pages.indexOf(page)]!;

const repaired = { ...links, Protocol: ["TCP", "HTTP"] };
function after(clicks: number, follow: number, graph = links): Readers {
  let readers = everywhere;
  for (let i = 0; i < clicks; i++) readers = click(readers, follow, graph);
  return readers;
}

/** Clicks until one changes less than this in sum. */
function clicksUntil(change: number, graph = links): number {
  let [readers, count] = [everywhere, 0];
  for (;;) {
    const next = click(readers, 0.85, graph);
    count += 1;
    if (apart(next, readers) < change) return count;
    readers = next;
  }
}

function sizes(follow: number): number[] {
  const columns = pages.map((_, j) =>
    click(
      pages.map((__, i) => Number(i === j)),
      follow,
    ),
  );
  const { real, imaginary } = eigvals(tensor(columns.map((column) => [...column])));
  const found = pages.map((_, i) => [real.at(i).item(), imaginary.at(i).item()] as const);
  return found.sort((p, q) => Math.hypot(...q) - Math.hypot(...p)).map(([re]) => re);
}

describe("what the lesson says is so", () => {
  test("the demo and the figure have the same twenty pages", async () => {
    const demo = await readFile(new URL("demos/pages.ts", import.meta.url), "utf8");
    const flat = demo.replace(/\s+/g, " ");
    for (const [page, targets] of Object.entries(links)) {
      const list = targets.map((target) => `"${target}"`).join(", ");
      expect(flat).toMatch(new RegExp(`"?${page}"?: \\[${list}\\],`));
    }
    expect(pages).toHaveLength(20);
  });

  test("links that lead to a page", () => {
    says("_Browser_ and _Web_ lead with six links each");
    const counts = pages.map(incoming).sort((a, b) => b - a);
    expect(counts.slice(0, 3)).toEqual([6, 6, 5]);
    expect([incoming("Browser"), incoming("Web")]).toEqual([6, 6]);
    says("to which only two pages link");
    expect(incoming("TCP")).toBe(2);
  });

  test("two apps: two thirds to one third, and 0.005 left after twelve months", () => {
    says("$0.7^{12} / 3 \\approx 0.005$ is left");
    expect(0.7 ** 12 / 3).toBeCloseTo(0.005, 3);
    expect(
      eigvals(
        tensor([
          [0.9, 0.2],
          [0.1, 0.8],
        ]),
      ).real.toArray(),
    ).toEqual([expect.closeTo(1, 12), expect.closeTo(0.7, 12)]);
  });

  test("without jumps two pages have everybody and swap; the eigenvalues are 1 and −1", () => {
    says("Two pages have everybody, and they swap their readers at every click");
    const [even, odd] = [after(400, 1), after(401, 1)];
    expect(share(even, "Protocol") + share(even, "TCP")).toBeCloseTo(100, 6);
    expect(share(odd, "Protocol")).toBeCloseTo(share(even, "TCP"), 6);
    expect(share(odd, "Protocol") - share(odd, "TCP")).toBeGreaterThan(3);
    expect(sizes(1).slice(0, 2).sort()).toEqual([expect.closeTo(-1, 9), expect.closeTo(1, 9)]);
    says("The second eigenvalue went from −1 to −0.85");
    expect(sizes(0.85).slice(0, 2)).toEqual([expect.closeTo(1, 9), expect.closeTo(-0.85, 9)]);
  });

  test("Protocol with 24 %, TCP with 22 %, and after one link more with 9 %", () => {
    says("So is it _Protocol_, with 24 % of the readers?");
    const settled = after(300, 0.85);
    expect(Math.round(share(settled, "Protocol"))).toBe(24);
    expect(Math.max(...settled)).toBe(settled[pages.indexOf("Protocol")]);
    says("_TCP_ has fallen from 22 % to 9 %");
    expect(Math.round(share(settled, "TCP"))).toBe(22);
    const better = after(300, 0.85, repaired);
    expect(Math.round(share(better, "TCP"))).toBe(9);
    says("_Protocol_ still leads");
    expect(Math.max(...better)).toBe(better[pages.indexOf("Protocol")]);
    says("It also settles twice as fast");
    expect(clicksUntil(1e-6) / clicksUntil(1e-6, repaired)).toBeGreaterThan(2);
  });

  test("the value's error shrinks by the square of the ratio", () => {
    says("its error shrinks by the square of that");
    const values = [3 + Math.sqrt(3), 3];
    expect((values[1]! / values[0]!) ** 10).toBeCloseTo(3.3e-6 / 3.2e-4, 2);
  });

  test("houses: 2.18 of 4, 55 %", async () => {
    says("The largest eigenvalue is 2.18 of 4");
    says("So 55 % of what varies");
    const homes = (await loadAmes()).filter((house) => house.Sale_Condition === "Normal");
    const X = homes.select("Gr_Liv_Area", "Total_Bsmt_SF", "Garage_Area", "Year_Built").toTensor();
    const { values } = eigh(corrcoef(X.transpose()));
    expect(values.at(3).item()).toBeCloseTo(2.18, 2);
    expect(values.at(3).item() / 4).toBeCloseTo(0.55, 2);
    expect(values.sum().item()).toBeCloseTo(4, 9);
  });

  test("a shear has one direction, and the twelfth digit moves the sixth", () => {
    says("it is the first one again, turned round, up to rounding");
    const { vectors } = eig(
      tensor([
        [1, 1],
        [0, 1],
      ]),
    );
    const [first, second] = [vectors.real.slice(null, 0), vectors.real.slice(null, 1)];
    expect(first.dot(second).item()).toBeCloseTo(-1, 12);
    says("A change in the twelfth digit of one entry moves an eigenvalue in the sixth");
    const nudged = eigvals(
      tensor([
        [1, 1],
        [1e-12, 1],
      ]),
    )
      .real.max()
      .item();
    expect(nudged - 1).toBeCloseTo(1e-6, 9);
  });

  test("quiz: steps until a thousandth is left", () => {
    expect(Math.log(0.001) / Math.log(0.5)).toBeCloseTo(10, 0);
    expect(Math.round(Math.log(0.001) / Math.log(0.99) / 10)).toBe(69);
  });
});
