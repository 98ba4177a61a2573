import { RandomGenerator } from "@gradus/core";
import { defineCheck, expectClose, expectThat } from "@gradus/course-kit";

interface Submission {
  update(prior: number, ratios: readonly number[]): number;
}

export default defineCheck(({ update }: Submission) => {
  const share = (odds: number) => odds / (1 + odds);
  for (const seed of [1, 2, 3, 4, 5]) {
    const random = new RandomGenerator(seed);
    const prior = random.uniform(0.05, 0.6);
    const ratios = Array.from({ length: 1 + seed }, () => random.uniform(0.2, 5));
    const product = ratios.reduce((total, ratio) => total * ratio, 1);
    const before = prior / (1 - prior);
    const result = update(prior, ratios);
    expectThat(typeof result === "number", "`update` returns a number.");
    expectClose(result, share(before * product), {
      of: `prior ${prior.toFixed(2)} and ${ratios.length} clues`,
      mistakes: {
        "prior-as-odds": share(prior * product),
        "odds-returned": before * product,
        "ratios-added": share(before * ratios.reduce((total, ratio) => total + ratio, 0)),
      },
    });
  }
  expectClose(update(0.01, [10]), 10 / 109, "one positive test, as in the lesson");
  expectClose(update(0.3, []), 0.3, "no clue");
  expectClose(update(0.3, [4, 0.25]), 0.3, "two clues that cancel");
  expectClose(update(0.3, [5, 0]), 0, "a clue that rules it out");
});
