import { RandomGenerator } from "@gradus/core";
import { defineCheck, expectClose, expectThat } from "@gradus/course-kit";

interface Submission {
  posterior(prior: number, sensitivity: number, specificity: number): number;
}

export default defineCheck(({ posterior }: Submission) => {
  for (const seed of [1, 2, 3, 4, 5]) {
    const random = new RandomGenerator(seed);
    const prior = random.uniform(0.01, 0.3);
    const sensitivity = random.uniform(0.7, 0.99);
    const specificity = random.uniform(0.7, 0.99);
    const truly = prior * sensitivity;
    const result = posterior(prior, sensitivity, specificity);
    expectThat(typeof result === "number", "`posterior` returns a number.");
    expectClose(result, truly / (truly + (1 - prior) * (1 - specificity)), {
      of: `prior ${prior.toFixed(3)}, sensitivity ${sensitivity.toFixed(3)}, specificity ${specificity.toFixed(3)}`,
      mistakes: {
        "wrong-way-round": sensitivity,
        "no-base-rate": sensitivity / (sensitivity + 1 - specificity),
        "specificity-as-false-alarm": truly / (truly + (1 - prior) * specificity),
      },
    });
  }
  expectClose(posterior(0.01, 0.9, 0.91), 10 / 109, "the test of the lesson");
  expectClose(posterior(0.2, 0.6, 1), 1, "a test without false alarms");
  expectClose(posterior(0.3, 0.5, 0.5), 0.3, "a test that tosses a coin leaves you where you were");
});
