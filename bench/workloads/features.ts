import { RandomGenerator } from "@gradus/core";
import type { Maker } from "../catalogue";
import { arrayFile, normalArray, textFile } from "../data";
import type { ArrayFile } from "../workload";

const N_TEXTS = 10_000;
const N_WORDS = 20_000;
const N_TOPICS = 8;
const N_ROWS = 10_000;
const N_FEATURES = 20;
const N_CLASSES = 3;

/** Features out of texts, and features that are chosen. */
export const features: readonly Maker[] = [
  {
    name: "TF-IDF + LogisticRegression, 10,000 texts in 8 classes",
    subject: "Features",
    goals: { "scikit-learn": 1.5 },
    make: () => ({
      task: "textClassifier",
      settings: { maxIter: 200, tol: 1e-5 },
      arrays: { texts: texts() },
      repeat: 1,
      peers: ["scikit-learn"],
    }),
  },
  {
    name: "mutualInfoClassif 10,000 × 20",
    subject: "Features",
    goals: { "scikit-learn": 1.5 },
    make: () => ({
      task: "mutualInfo",
      settings: { seed: 0 },
      arrays: classified(),
      repeat: 1,
      peers: ["scikit-learn"],
    }),
  },
];

/** A line for each text: its topic, and 60 to 139 made-up words that are as rare as words are, some of them of the topic. */
function texts(): ArrayFile {
  return textFile("topics.txt", [N_TEXTS, 1], () => {
    const random = new RandomGenerator(91);
    const words = madeUpWords(random);
    const topics = Array.from({ length: N_TOPICS }, () => topic(random));
    return (line) => {
      if (line === 0) return "topic and text";
      const label = below(random, N_TOPICS);
      const length = 60 + below(random, 80);
      const text = Array.from({ length }, () => words[drawn(random, topics[label]!)]);
      return `${label} ${text.join(" ")}`;
    };
  });
}

function madeUpWords(random: RandomGenerator): string[] {
  const [consonants, vowels] = ["bcdfghjklmnprstvz", "aeiou"];
  const found = new Set<string>();
  while (found.size < N_WORDS) {
    const syllables = Array.from({ length: 2 + below(random, 3) }, () => {
      return consonants.charAt(below(random, 17)) + vowels.charAt(below(random, 5));
    });
    found.add(syllables.join(""));
  }
  return [...found];
}

/** The running sum of the words' shares: Zipf's law, with 300 words that come six times as often. */
function topic(random: RandomGenerator): Float64Array {
  const shares = Float64Array.from({ length: N_WORDS }, (_, rank) => 1 / (rank + 1) ** 1.05);
  for (let k = 0; k < 300; k++) shares[below(random, N_WORDS)]! *= 6;
  let sum = 0;
  return shares.map((share) => {
    sum += share;
    return sum;
  });
}

/** The first place at which the running sum is above a random share of the whole. */
function drawn(random: RandomGenerator, sums: Float64Array): number {
  const at = random.uniform() * sums.at(-1)!;
  let [low, high] = [0, sums.length - 1];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sums[middle]! > at) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Standard normal features, and classes that a few of them tell. */
function classified(): { X: ArrayFile; y: ArrayFile } {
  const X = normalArray("classified-X", [N_ROWS, N_FEATURES], 92);
  const y = arrayFile("classified-y", [N_ROWS], () => {
    const values = new RandomGenerator(92);
    const random = new RandomGenerator(93);
    return () => {
      const row = Array.from({ length: N_FEATURES }, () => values.normal());
      const sum = row[0]! + row[1]! ** 2 - 0.5 * row[2]! + random.normal();
      return Math.min(N_CLASSES - 1, Math.max(0, Math.round(sum)));
    };
  });
  return { X, y };
}

function below(random: RandomGenerator, end: number): number {
  return Math.floor(end * random.uniform());
}
