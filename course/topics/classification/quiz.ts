import { defineQuiz } from "@gradus/course-kit";

export default defineQuiz([
  {
    kind: "choice",
    id: "what-is-the-border",
    question: "Where is the decision boundary between two classes?",
    answer: 2,
    choices: [
      {
        text: "Halfway between the two nearest points of different classes.",
        explanation: "Only some classifiers look at those points. A centroid does not.",
      },
      {
        text: "Where the training points stop.",
        explanation:
          "A classifier labels every place, also those far from all points. The border runs on there.",
      },
      {
        text: "Where the scores of the two classes are equal, and higher than all others.",
        explanation: "Right. On either side of it one of the two is the highest.",
      },
      {
        text: "Where the probability of an error is 0.",
        explanation: "The other way round: on the border the two classes are equally probable.",
      },
    ],
  },
  {
    kind: "numeric",
    id: "border-by-hand",
    question:
      "One feature. The centroids are 2 (class A) and 8 (class B). From which x on does the nearest centroid say B?",
    answer: 5,
    tolerance: 0.001,
    explanation: "Where both are equally near: $(2 + 8) / 2 = 5$.",
  },
  {
    kind: "output",
    id: "softmax",
    question: "What is printed?",
    code: `const scores = [0, Math.log(3)];
const powers = scores.map(Math.exp);
const sum = powers[0]! + powers[1]!;
console.log(powers.map((p) => (p / sum).toFixed(2)).join(" "));`,
    answer: "0.25 0.75",
    explanation: "The powers are 1 and 3, so the shares are a quarter and three quarters.",
  },
  {
    kind: "choice",
    id: "ring",
    question:
      "One class lies inside a ring of the other. Logistic regression is right on half of the points. What helps?",
    answer: 1,
    choices: [
      {
        text: "More training points.",
        explanation: "However many there are, no straight line goes around the inner class.",
      },
      {
        text: "Adding the squares of the features.",
        explanation:
          "Right. Straight in the squares is round in the features: the model stays the same, its border bends.",
      },
      {
        text: "Standardizing the features.",
        explanation: "That stretches the plane. A ring stays a ring, or becomes an ellipse.",
      },
      {
        text: "Another threshold for the probability.",
        explanation: "That moves the line to the side. It stays straight.",
      },
    ],
  },
  {
    kind: "choice",
    id: "all-right-on-seen",
    question:
      "On noisy points, one classifier is right on 100 % of those it learned from and on 81 % of those kept apart; another on 80 % and 93 %. Which one do you take?",
    answer: 3,
    choices: [
      {
        text: "The first, since 100 % cannot be beaten.",
        explanation: "It can store its points. What counts are points that it has not seen.",
      },
      {
        text: "The first, after more training.",
        explanation: "It has nothing left to learn from these points: it is right on all of them.",
      },
      {
        text: "Neither: the two numbers of a good classifier are equal.",
        explanation: "Equal numbers are no aim. By chance the kept points may even be easier.",
      },
      {
        text: "The second.",
        explanation:
          "Right. It does not follow every noisy point, and so it is better where it counts.",
      },
    ],
  },
  {
    kind: "order",
    id: "order-of-classifying",
    question: "Bring the steps of an answer into order.",
    lines: [
      "describe the drawing by its features",
      "compute a score for each class",
      "turn the scores into probabilities",
      "take the class with the highest",
      "ask again if that probability is below the bar",
    ],
    explanation:
      "Each step needs the one before it. The bar belongs to the page, not to the model.",
  },
]);
