import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { REVIEWS_URL } from "../dataset-urls";
import { loadReviews, readIMDB } from "../index";

interface Review {
  readonly split: string;
  readonly id: number;
  readonly stars: number;
  readonly sentiment: string;
  readonly text: string;
}

test("roadmap DAT-019: a folder laid out as aclImdb is read, and a corpus of reviews that is free, since it is invented, comes with a datasheet that says so", async () => {
  const bundled = await loadReviews();
  expect(bundled.shape).toEqual([2000, 2]);
  const counts = bundled.column("sentiment").valueCounts();
  expect([counts.get("positive"), counts.get("negative")]).toEqual([1000, 1000]);
  expect(bundled.missingCounts()).toEqual({ text: 0, sentiment: 0 });

  // Its texts, in the layout of the official archive.
  const reviews = bundled.rows().map(({ text, sentiment }, i): Review => {
    const isPositive = sentiment === "positive";
    const split = i % 4 === 0 ? "test" : "train";
    return {
      split,
      id: i,
      stars: (isPositive ? 7 : 1) + (i % 4),
      sentiment: sentiment!,
      text: text!,
    };
  });
  const root = mkdtempSync(join(tmpdir(), "gradus-aclimdb-"));
  try {
    for (const split of ["train", "test"])
      for (const kind of ["pos", "neg"]) mkdirSync(join(root, split, kind), { recursive: true });
    for (const { split, id, stars, sentiment, text } of reviews) {
      writeFileSync(join(root, split, sentiment.slice(0, 3), `${id}_${stars}.txt`), text);
    }
    mkdirSync(join(root, "train", "unsup"));
    writeFileSync(join(root, "train", "unsup", "0_0.txt"), "No label.");
    writeFileSync(join(root, "imdb.vocab"), "the\nand\n");
    const byId = (a: Review, b: Review) => a.id - b.id;
    const read = (await readIMDB(root)).rows() as unknown as Review[];
    expect(read.sort(byId)).toEqual(reviews);
  } finally {
    rmSync(root, { recursive: true });
  }

  const sheet = readFileSync(new URL("reviews.md", REVIEWS_URL), "utf8");
  const hash = createHash("sha256").update(readFileSync(REVIEWS_URL)).digest("hex");
  for (const wanted of ["(invented)", "**Source:**", "**Licence:** MIT", hash, "## Known biases"]) {
    expect(sheet).toContain(wanted);
  }
});
