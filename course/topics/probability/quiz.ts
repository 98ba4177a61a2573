import { defineQuiz } from "@gradus/course-kit";

export default defineQuiz([
  {
    kind: "numeric",
    id: "either-of-two",
    question:
      "Of 100 visitors 60 use a phone, 30 are logged in, and 20 do both. You draw one at random. What is the probability that this visitor uses a phone or is logged in?",
    answer: 0.7,
    tolerance: 0.001,
    explanation: "$0.6 + 0.3 - 0.2 = 0.7$. The 20 who do both stand in both counts.",
  },
  {
    kind: "numeric",
    id: "divide-by-what-you-know",
    question:
      "The same 100 visitors: 60 use a phone, 30 are logged in, 20 both. What is $P(\\text{phone} \\mid \\text{logged in})$, to two decimals?",
    answer: 0.667,
    tolerance: 0.007,
    explanation:
      "Given “logged in”, 30 are left, and 20 of them use a phone: $20 / 30 \\approx 0.67$.",
  },
  {
    kind: "choice",
    id: "which-way-round",
    question:
      "Of all visits that end in an order, 70 % are by desktop. Does desktop therefore sell better than the phone?",
    answer: 3,
    choices: [
      {
        text: "Yes, 70 % is more than 30 %.",
        explanation:
          "70 % is $P(\\text{desktop} \\mid \\text{order})$. If 90 % of all visits are by desktop, phones sell better.",
      },
      {
        text: "Yes, if there are enough visits.",
        explanation: "More visits make the 70 % exact. They do not turn it round.",
      },
      {
        text: "No, phones sell better.",
        explanation: "They may or may not. The sentence does not say.",
      },
      {
        text: "One cannot tell without the share of desktop among all visits.",
        explanation:
          "Right: you want $P(\\text{order} \\mid \\text{desktop})$ and have $P(\\text{desktop} \\mid \\text{order})$. What you divide by is missing.",
      },
    ],
  },
  {
    kind: "output",
    id: "weights",
    question: "A fifth of the visits is by tablet. What is the share of orders in all visits?",
    code: `const tablet = 0.2;
const orders = { tablet: 0.1, other: 0.05 };
console.log((orders.tablet * tablet + orders.other * (1 - tablet)).toFixed(2));`,
    answer: "0.06",
    explanation:
      "The law of total probability: $0.1 \\cdot 0.2 + 0.05 \\cdot 0.8 = 0.06$. The plain average would be 0.075.",
  },
  {
    kind: "choice",
    id: "what-independence-is",
    question: "Which of these says that $A$ and $B$ are independent?",
    answer: 1,
    choices: [
      {
        text: "They cannot both happen.",
        explanation:
          "That is nearly the opposite. If $A$ rules $B$ out, then knowing $A$ tells you everything about $B$.",
      },
      {
        text: "Knowing that $B$ happened leaves the probability of $A$ as it was.",
        explanation: "Right: $P(A \\mid B) = P(A)$, and then $P(A \\text{ and } B) = P(A)\\,P(B)$.",
      },
      {
        text: "$P(A \\mid B) = P(B \\mid A)$.",
        explanation:
          "That holds whenever $P(A) = P(B)$, however much the two have to do with each other.",
      },
      {
        text: "$P(A) + P(B) = 1$.",
        explanation: "“Rain” and “no rain” do this as well, and each decides the other.",
      },
    ],
  },
  {
    kind: "choice",
    id: "paradox",
    question:
      "A new checkout sells better than the old one on phones, and better on desktop. Over all visits it sells worse. How can that be?",
    answer: 2,
    choices: [
      {
        text: "It cannot: somebody has miscounted.",
        explanation: "It can. On the Titanic it was so, and every count is right.",
      },
      {
        text: "There were too few visits, so it is chance.",
        explanation:
          "It can happen with any number of visits. Collecting more of the same does not change it.",
      },
      {
        text: "The new checkout was shown mostly on phones, where everything sells worse.",
        explanation:
          "Right: the two totals weigh phone and desktop differently. Compare within phones and within desktop.",
      },
      {
        text: "Phone and desktop are independent of the sale.",
        explanation: "Then the mixture would not matter, and the total could not turn.",
      },
    ],
  },
]);
