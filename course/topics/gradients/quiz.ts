import { defineQuiz } from "@gradus/course-kit";

export default defineQuiz([
  {
    kind: "numeric",
    id: "partial-by-hand",
    question: "$f(x, y) = x^2 y + y^3$. What is $\\dfrac{\\partial f}{\\partial y}$ at $(3, 1)$?",
    answer: 12,
    tolerance: 0.001,
    explanation:
      "$x$ is a constant here: $\\partial f / \\partial y = x^2 + 3y^2 = 9 + 3 = 12$. The other one, $2xy$, would be 6.",
  },
  {
    kind: "choice",
    id: "meaning-of-a-partial",
    question:
      "A page's load time depends on its images and its scripts, both in megabytes. The partial derivative with respect to images is 0.4 s per MB. What does it say?",
    answer: 1,
    choices: [
      {
        text: "Images make up 40 % of the load time.",
        explanation: "A slope is no share. It says what one more megabyte would do.",
      },
      {
        text: "A little more in images, and the same scripts: 0.4 s more for each megabyte.",
        explanation:
          "Right: the other input is held still, and the number holds near where you are.",
      },
      {
        text: "Each megabyte more, of whichever kind, takes 0.4 s.",
        explanation: "Scripts have a partial derivative of their own.",
      },
      {
        text: "Without images the page would load in 0.4 s.",
        explanation:
          "That would be a value, and far away. A derivative speaks of small changes from here.",
      },
    ],
  },
  {
    kind: "numeric",
    id: "slope-along-a-direction",
    question:
      "The gradient at a point is $(6, 8)$. What is the slope in the direction of $(0, 1)$?",
    answer: 8,
    tolerance: 0.001,
    explanation:
      "$(6, 8) \\cdot (0, 1) = 8$: along an axis, the slope is that partial derivative. The largest slope in any direction is the length, 10.",
  },
  {
    kind: "choice",
    id: "along-the-contour",
    question: "You walk along a contour line of a surface. What is true of the gradient there?",
    answer: 2,
    choices: [
      {
        text: "It is zero.",
        explanation:
          "The slope _in your direction_ is zero. The gradient is not: turn by 90° and you climb.",
      },
      {
        text: "It points along the contour line.",
        explanation: "Then walking along it would climb, and it would be no contour line.",
      },
      {
        text: "It stands at a right angle to the contour line.",
        explanation:
          "Right: the dot product with your direction is zero, so the two are at a right angle.",
      },
      {
        text: "It has the same length all along the line.",
        explanation:
          "The height is the same, the steepness need not be: contour lines come close in some places and lie wide apart in others.",
      },
    ],
  },
  {
    kind: "output",
    id: "calls-by-differences",
    question: "How often does a gradient by central differences call $f$?",
    code: `let calls = 0;
const f = (x: number[]) => {
  calls += 1;
  return x[0]! + x[1]! * x[2]!;
};
const [x, h] = [[1, 2, 3], 1e-5];
x.forEach((value, i) => f(x.with(i, value + h)) - f(x.with(i, value - h)));
console.log(calls);`,
    answer: "6",
    explanation:
      "Twice for each of the three inputs. With a million weights it would be two million times.",
  },
  {
    kind: "choice",
    id: "change-of-unit",
    question:
      "A loss depends on a weight for area in ft² and a weight for the number of rooms. You switch the area from ft² to m², refit nothing, and compute the gradient again at the same line. What happens to its direction?",
    answer: 3,
    choices: [
      {
        text: "Nothing: the line is the same, so the steepest direction is, too.",
        explanation:
          "The line is the same, but its weight is another number, and a step of one unit in it is another change.",
      },
      {
        text: "Nothing: only the length changes.",
        explanation: "One component changes and the other does not. That turns an arrow.",
      },
      {
        text: "It turns round and points the other way.",
        explanation: "Units are positive factors, so no sign changes.",
      },
      {
        text: "It turns, since the slope for the area's weight changes and the other does not.",
        explanation:
          "Right. A gradient compares gains per unit, so the unit has a say. Standardize, and it has none.",
      },
    ],
  },
]);
