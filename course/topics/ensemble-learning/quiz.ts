import { defineQuiz } from "@gradus/course-kit";

export default defineQuiz([
  {
    kind: "numeric",
    id: "three-at-eighty",
    question:
      "Three independent voters are right with probability 0.8 each. With which probability is their majority right?",
    answer: 0.896,
    tolerance: 0.001,
    explanation: "$0.8^3 + 3 \\cdot 0.8^2 \\cdot 0.2 = 0.512 + 0.384 = 0.896$.",
  },
  {
    kind: "numeric",
    id: "correlated-mean",
    question:
      "Ten models have the variance 4 each and a correlation of 0.5 with one another. What is the variance of their mean?",
    answer: 2.2,
    tolerance: 0.001,
    explanation:
      "$0.5 \\cdot 4 + \\tfrac{0.5}{10} \\cdot 4 = 2 + 0.2$. A thousand models would come to 2.",
  },
  {
    kind: "output",
    id: "hard-soft",
    question: "What is printed?",
    code: `const chances = [0.55, 0.55, 0.1];
const hard = chances.filter((p) => p > 0.5).length >= 2;
const soft = chances.reduce((sum, p) => sum + p) / 3 > 0.5;
console.log(hard, soft);`,
    answer: "true false",
    explanation:
      "Two weak votes win against one. But the mean chance is 0.4: the third filter is surer than the two others.",
  },
  {
    kind: "choice",
    id: "what-to-bag",
    question: "Which of these gains most from bagging?",
    answer: 2,
    choices: [
      {
        text: "Naive Bayes: a model that is too simple for the data.",
        explanation: "Its error is bias. The mean of biased models has the same bias.",
      },
      {
        text: "Least squares with 3 columns and 10,000 rows.",
        explanation: "It hardly changes with the rows, so all members say the same.",
      },
      {
        text: "One nearest neighbour in a few random columns.",
        explanation:
          "Right. It is unstable: each member errs for other reasons, and the vote cancels them.",
      },
      {
        text: "The rule “always the most frequent class”.",
        explanation: "All members are equal, so the bag is the rule itself.",
      },
    ],
  },
  {
    kind: "choice",
    id: "why-left-out",
    question: "Why does stacking feed its last model with out-of-fold predictions?",
    answer: 0,
    choices: [
      {
        text: "Because on their own rows the members look better than they are, most of all those that learn by heart.",
        explanation: "Right. The last model would learn to trust whoever remembers best.",
      },
      {
        text: "Because it is faster.",
        explanation: "It is slower: each member is fitted once more for every fold.",
      },
      {
        text: "Because the last model needs other columns.",
        explanation: "The columns are the members' answers either way.",
      },
      {
        text: "To make the members more different.",
        explanation:
          "They are then fitted on all rows. Only what the last model learns from differs.",
      },
    ],
  },
  {
    kind: "choice",
    id: "fourth-filter",
    question:
      "You may add a fourth and fifth filter to three that are right about 89 % each. Which pair is most worth having?",
    answer: 3,
    choices: [
      {
        text: "Two copies of the best filter.",
        explanation: "They add votes and no opinion. Then one filter decides alone.",
      },
      {
        text: "Two filters of 92 % that are wrong on just the mails where the others are.",
        explanation: "Better alone, but where the crowd is wrong they vote with it.",
      },
      {
        text: "Two filters of 45 % whose errors are independent of all others.",
        explanation: "Worse than a coin: their votes pull the majority the wrong way.",
      },
      {
        text: "Two filters of 85 % whose errors have little to do with the others'.",
        explanation:
          "Right. They are a bit weaker, but they vote well exactly where the others fail together.",
      },
    ],
  },
]);
