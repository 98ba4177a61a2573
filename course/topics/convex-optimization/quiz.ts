import { defineQuiz } from "@gradus/course-kit";

export default defineQuiz([
  {
    kind: "choice",
    id: "which-is-convex",
    question: "Which of these functions of one number is **not** convex?",
    answer: 3,
    choices: [
      { text: "$|x|$", explanation: "A kink does no harm: no chord dips below it." },
      {
        text: "$\\max(x, 2x - 1)$",
        explanation: "The maximum of two straight lines is convex, as of any convex functions.",
      },
      { text: "$e^{-x}$", explanation: "Its second derivative, $e^{-x}$, is positive everywhere." },
      {
        text: "$\\sqrt{|x|}$",
        explanation:
          "Right. To the right of zero it bends downwards, and the chord from 0 to 1 lies below it.",
      },
    ],
  },
  {
    kind: "numeric",
    id: "newton-by-hand",
    question: "$f(w) = w^4$. You stand at $w = 3$. Where does one Newton step take you?",
    answer: 2,
    tolerance: 0.001,
    explanation:
      "The slope is $4w^3 = 108$, the curvature $12w^2 = 108$, so the step is 1. In general it goes to two thirds of $w$: at the flat bottom of $w^4$ Newton loses its speed.",
  },
  {
    kind: "choice",
    id: "many-inputs",
    question:
      "You minimize a smooth convex function of 100,000 inputs. Which method do you try first?",
    answer: 1,
    choices: [
      {
        text: "Newton, it needs the fewest steps.",
        explanation:
          "Its Hessian has ten billion entries: 80 GB in float64, and then the equations.",
      },
      {
        text: "L-BFGS.",
        explanation:
          "Right: it keeps ten steps, a few million numbers, and still learns the curvature.",
      },
      {
        text: "BFGS.",
        explanation: "It too keeps a full matrix of 100,000 by 100,000.",
      },
      {
        text: "Try all points of a grid.",
        explanation: "Two values for each input would already be $2^{100\\,000}$ points.",
      },
    ],
  },
  {
    kind: "output",
    id: "project-onto-budget",
    question:
      "A step led out of the budget $b_i \\ge 0$, $\\sum b_i = 2$. Where does the projection put it?",
    code: `const b = [3, 1];
const lower = (3 + 1 - 2) / 2; // both stay positive
console.log(b.map((value) => value - lower).join(" "));`,
    answer: "2 0",
    explanation:
      "Lowering both numbers by 1 brings the sum to 2. The nearest point is (2, 0), not (1.5, 0.5), which keeps the proportion.",
  },
  {
    kind: "choice",
    id: "negative-multiplier",
    question:
      "You guess which walls hold the minimum back, solve for the multipliers, and one of an inequality comes out as −0.7. What does that tell you?",
    answer: 2,
    choices: [
      {
        text: "The problem has no minimum.",
        explanation: "It may well have one. Only the guess was wrong.",
      },
      {
        text: "Nothing: signs of multipliers are a matter of taste.",
        explanation: "For an equation the sign is free. A wall on one side can only push.",
      },
      {
        text: "This wall does not hold anything back: leave it out and solve again.",
        explanation:
          "Right. A negative multiplier means that the wall would have to pull, so the function falls if you leave it inwards.",
      },
      {
        text: "The function is not convex.",
        explanation: "The sign speaks of the wall, not of the curvature.",
      },
    ],
  },
  {
    kind: "numeric",
    id: "price-of-a-unit",
    question:
      "At the minimum of a cost in dollars the multiplier of the limit of 40 working hours is 25. About how many dollars less would it cost with 42 hours?",
    answer: 50,
    tolerance: 0.5,
    explanation:
      "A multiplier is a price: 25 dollars an hour, so about 50 for two. In truth a little less, since the second hour helps less than the first.",
  },
]);
