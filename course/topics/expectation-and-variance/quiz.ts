import { defineQuiz } from "@gradus/course-kit";

export default defineQuiz([
  {
    kind: "numeric",
    id: "expected-cost",
    question:
      "A request is answered from the cache in 10 ms with probability 0.9, and from the database in 210 ms otherwise. What is the expected time in ms?",
    answer: 30,
    tolerance: 0.01,
    unit: "ms",
    explanation: "$0.9 \\cdot 10 + 0.1 \\cdot 210 = 9 + 21 = 30$, a time that no request takes.",
  },
  {
    kind: "choice",
    id: "other-unit",
    question:
      "Response times have a variance of 400 ms². What is the variance of the same times in seconds?",
    answer: 2,
    choices: [
      {
        text: "400 s²",
        explanation: "The numbers are a thousand times smaller now, so the spread is as well.",
      },
      {
        text: "0.4 s²",
        explanation:
          "That divides by 1,000 once. A variance is a mean of squares: the factor goes in squared.",
      },
      {
        text: "0.0004 s²",
        explanation:
          "Right: $\\operatorname{Var}(aX) = a^2 \\operatorname{Var}(X)$ with $a = 0.001$. The standard deviation goes from 20 ms to 0.02 s.",
      },
      {
        text: "0.02 s²",
        explanation: "0.02 s is the standard deviation. Its square is the variance.",
      },
    ],
  },
  {
    kind: "choice",
    id: "one-more-digit",
    question:
      "The mean of 50 measurements is typically 2 ms off. How many measurements does it take for 0.2 ms?",
    answer: 1,
    choices: [
      {
        text: "500",
        explanation: "Ten times as many make the error $\\sqrt{10} \\approx 3.2$ times smaller.",
      },
      {
        text: "5,000",
        explanation:
          "Right: the error falls like $1/\\sqrt n$, so a tenth of it takes a hundred times as many.",
      },
      {
        text: "150",
        explanation: "That would make the error $\\sqrt 3 \\approx 1.7$ times smaller.",
      },
      {
        text: "It cannot be done by measuring more.",
        explanation:
          "It can, for independent measurements that have an expectation. It only takes longer than one hopes.",
      },
    ],
  },
  {
    kind: "output",
    id: "which-divisor",
    question: "What does this print?",
    code: `import { tensor } from "@gradus/tensor";

const x = tensor([2, 4, 6]);
console.log(x.variance(undefined, { ddof: 1 }).item());`,
    answer: "4",
    explanation:
      "The mean is 4, the squared distances are 4, 0 and 4, their sum is 8. Divided by $n - 1 = 2$ that is 4; without `ddof: 1` it would be 8/3.",
  },
  {
    kind: "choice",
    id: "why-one-less",
    question: "Why does a sample's mean squared distance from its own mean come out too small?",
    answer: 0,
    choices: [
      {
        text: "The sample's mean lies nearer to the sample than the true mean does.",
        explanation:
          "Right. Of all numbers the sample's own mean has the smallest mean squared distance, so the true mean can only have a larger one.",
      },
      {
        text: "Rare large values are missing in most samples.",
        explanation:
          "In most, but where they occur they count all the more, and on average that evens out. With the true mean there is no bias at all.",
      },
      {
        text: "Squares are rounded.",
        explanation: "Rounding is in the sixteenth digit. With five numbers the gap is a fifth.",
      },
      {
        text: "It does not: n − 1 is a convention.",
        explanation:
          "The lesson's cell measured it: divided by 5, the variance of five prices is 0.8 of the true one on average.",
      },
    ],
  },
  {
    kind: "numeric",
    id: "two-parts",
    question:
      "Two parts of a page have standard deviations of 30 ms and 40 ms and the correlation 0.5. What is the variance of their sum, in ms²?",
    answer: 3700,
    tolerance: 0.5,
    unit: "ms²",
    explanation:
      "$30^2 + 40^2 + 2 \\cdot 0.5 \\cdot 30 \\cdot 40 = 900 + 1600 + 1200 = 3700$, a standard deviation of about 61 ms.",
  },
  {
    kind: "order",
    id: "one-pass",
    question: "Bring the lines into an order that updates mean and sum of squares with a new `x`.",
    lines: [
      "n += 1;",
      "const before = x - mean;",
      "mean += before / n;",
      "squares += before * (x - mean);",
    ],
    explanation:
      "The count comes first, since the mean moves by one n-th of the distance. The sum of squares takes the distance from the old mean times that from the new one.",
  },
]);
