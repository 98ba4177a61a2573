import { RandomGenerator } from "@gradus/core";
import { defineCheck, expectThat, misconception } from "@gradus/course-kit";
import { Chart, type RectsLayer } from "@gradus/plot";

interface Row {
  readonly year: number;
  readonly price: number;
}

interface Submission {
  priceChart(rows: readonly Row[]): Chart;
}

export default defineCheck(({ priceChart }: Submission) => {
  for (const seed of [1, 2, 3]) {
    const rows = someRows(seed);
    const chart = priceChart(rows);
    expectThat(chart instanceof Chart, "`priceChart` returns the chart that `barPlot` makes.");
    const { x, y, layers } = chart.spec;
    const bars = layers.find((layer): layer is RectsLayer => layer.mark === "rects");
    expectThat(
      bars !== undefined && bars.x1.length === rows.length,
      `Expected one bar for each of the ${rows.length} rows, upright, as \`barPlot\` draws them.`,
    );
    const left = bars.x1.map((_, i) => i).toSorted((a, b) => bars.x1[a]! - bars.x1[b]!);
    const words = x.ticks?.text ?? [];
    const prices = left.map((i) => bars.y2[i]!);
    const ofWord = new Map(rows.map((row) => [String(row.year), row.price]));
    expectThat(
      words.every((word) => ofWord.has(word)),
      "The words along the x axis are the years.",
    );
    const wanted = words.map((word) => ofWord.get(word)!);
    if (prices.every((price, i) => near(price, wanted[i]!)))
      misconception("label-and-values-differ");
    if (prices.some((price, i) => !near(price, wanted[i]! / 1000))) misconception("prices-shifted");
    if (bars.y1.some((bottom) => bottom !== 0) || (y.domain?.[0] ?? 0) > 0)
      misconception("still-cut");
    if (words.some((word, i) => i > 0 && Number(word) < Number(words[i - 1])))
      misconception("time-runs-left");
    expectThat(
      y.domain === undefined || y.domain[1] >= Math.max(...prices),
      "Your axis ends below the highest bar.",
    );
    if (
      !/(1[,.]?000|k|thousand).*(\$|dollar|usd)|(\$|dollar|usd).*(1[,.]?000|k|thousand)/i.test(
        y.label ?? "",
      )
    )
      misconception("no-unit");
  }
});

/** Prices that fall a little, year by year, newest or oldest first or mixed. */
function someRows(seed: number): Row[] {
  const random = new RandomGenerator(seed);
  const rows = Array.from({ length: 4 + seed }, (_, i) => ({
    year: 2004 + i,
    price: 165_000 - 2500 * i + random.integer(0, 1000),
  }));
  return [rows.reverse(), rows.toSorted((a, b) => a.price - b.price), rows][seed - 1]!;
}

function near(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-9 * Math.abs(b);
}
