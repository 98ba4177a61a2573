import { defineQuiz } from "@gradus/course-kit";

export default defineQuiz([
  {
    kind: "numeric",
    id: "range-of-values",
    question: "$F(2) = 0.3$ and $F(5) = 0.9$. What is $P(2 < X \\le 5)$?",
    answer: 0.6,
    tolerance: 0.001,
    explanation: "$F(5) - F(2) = 0.6$: the share up to 5, less the share up to 2.",
  },
  {
    kind: "choice",
    id: "density-above-one",
    question: "A density has the value 4 at some place. What does that say?",
    answer: 2,
    choices: [
      {
        text: "There is a mistake, since no probability is above 1.",
        explanation:
          "A density is not a probability. Only the area under it is one, and must be 1.",
      },
      {
        text: "The value there has a probability of 4 %.",
        explanation: "A single value of a continuous variable has the probability 0.",
      },
      {
        text: "A short range of length $h$ there has a probability of about $4h$.",
        explanation:
          "Right: a density is probability per unit. It may be high over a narrow range.",
      },
      {
        text: "The value is four times as likely as the mean.",
        explanation: "You would need the density at the mean to compare.",
      },
    ],
  },
  {
    kind: "output",
    id: "quantile-of-data",
    question: "What is the median of these five response times, as a quantile?",
    code: `const times = [90, 20, 40, 300, 50].sort((a, b) => a - b);
const p = 0.5;
console.log(times[Math.ceil(p * times.length) - 1]);`,
    answer: "50",
    explanation:
      "Sorted: 20, 40, 50, 90, 300. The smallest time with at least half of them up to it is the third, 50.",
  },
  {
    kind: "order",
    id: "inverse-sampling",
    question: "Bring the steps of sampling by the quantile function into order.",
    lines: [
      "const u = random.uniform();",
      "const left = 1 - u; // e to the power of −rate · t",
      "const t = -Math.log(left) / rate;",
      "times.push(t);",
    ],
    explanation:
      "A uniform number, then the equation u = F(t) solved for t, and only then the time.",
  },
  {
    kind: "choice",
    id: "where-marks-crowd",
    question: "Evenly spread values of $u$ go through $F^{-1}$. Where do the results crowd?",
    answer: 0,
    choices: [
      {
        text: "Where $F$ is steep.",
        explanation:
          "Right: there a large step in $u$ is a small step in $x$. Steep $F$ means high density.",
      },
      {
        text: "Where $F$ is flat.",
        explanation: "There a small step in $u$ is a long way in $x$: the results are far apart.",
      },
      {
        text: "Where $F$ is near 1.",
        explanation:
          "Only if it is steep there. For waiting times it is flat there, and long waits are rare.",
      },
      {
        text: "Nowhere, they stay evenly spread.",
        explanation: "That is so for one distribution only, the uniform one.",
      },
    ],
  },
  {
    kind: "choice",
    id: "gap-that-stays",
    question:
      "With 100 numbers the largest gap between $F_n$ and $F$ is 0.08, with 10,000 it is 0.07. What do you make of it?",
    answer: 3,
    choices: [
      {
        text: "All is well, both gaps are small.",
        explanation:
          "Small for 100 numbers, where chance reaches 0.136. Not for 10,000, where it reaches 0.0136.",
      },
      {
        text: "The sampler gets better slowly.",
        explanation: "A right one gets better by a factor of 10 when $n$ grows by 100.",
      },
      {
        text: "There are still too few numbers to say.",
        explanation: "A gap five times as large as chance makes in one of 20 samples says enough.",
      },
      {
        text: "The sampler is wrong: by chance the gap would have shrunk to a tenth.",
        explanation:
          "Right: it shrinks like $1/\\sqrt{n}$. What stays is the difference of the distributions.",
      },
    ],
  },
]);
