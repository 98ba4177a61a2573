import { defineQuiz } from "@gradus/course-kit";

export default defineQuiz([
  {
    kind: "numeric",
    id: "coded-mean",
    question:
      "Four of five temperatures have the mean 20 °C. The fifth is missing, written as −99. Which mean does the column have?",
    answer: -3.8,
    tolerance: 0.01,
    unit: "°C",
    explanation: "$\\tfrac45 \\cdot 20 + \\tfrac15 \\cdot (-99) = 16 - 19.8 = -3.8$.",
  },
  {
    kind: "output",
    id: "parse-float",
    question: "A German file says `12,50`. What is printed?",
    code: `console.log(Number.parseFloat("12,50"), Number("12,50".replace(",", ".")));`,
    answer: "12 12.5",
    explanation:
      "`parseFloat` stops at the first character that it does not understand, and says nothing about it.",
  },
  {
    kind: "choice",
    id: "impossible-age",
    question: "An age is 212. What do you write in its place?",
    answer: 3,
    choices: [
      {
        text: "120, the largest age there can be.",
        explanation:
          "Then somebody is 120 who is probably 21. The value says nothing about the truth.",
      },
      {
        text: "21: the 2 was typed twice.",
        explanation:
          "Perhaps. Or 22, or 12. A plausible guess is still a guess, and nobody sees it later.",
      },
      {
        text: "The mean age.",
        explanation:
          "That invents a fact, and shrinks the spread. Decide on filling later, and openly.",
      },
      {
        text: "A missing value.",
        explanation:
          "Right. You know that it is wrong, and you do not know what is right. That is what missing means.",
      },
    ],
  },
  {
    kind: "order",
    id: "order-of-repairs",
    question: "Bring the repairs into an order that works.",
    lines: [
      "read every column as text",
      "tidy blanks, capitals and characters",
      "turn codes into missing values and texts into numbers",
      "convert units",
      "replace impossible values",
      "drop duplicates",
      "drop training rows that leak from the test set",
    ],
    explanation:
      "Limits have units, so units come before them. Duplicates show only when values are spelled alike.",
  },
  {
    kind: "choice",
    id: "same-look",
    question:
      "Two rows say `Köln`, and `groupBy` makes two groups of them. What is the likely reason?",
    answer: 1,
    choices: [
      {
        text: "`groupBy` compares places in memory.",
        explanation: "It compares the texts, character by character.",
      },
      {
        text: "One `ö` is one character, the other an `o` with dots behind it.",
        explanation: 'Right. They look the same and are not. `normalize("NFC")` makes them one.',
      },
      {
        text: "Umlauts cannot be keys.",
        explanation: "Any text can be a key.",
      },
      {
        text: "One of them is missing.",
        explanation: "A missing key is in no group, and is not shown as `Köln`.",
      },
    ],
  },
  {
    kind: "choice",
    id: "which-side",
    question: "A patient has visits in `train` and in `test`. Which rows go?",
    answer: 0,
    choices: [
      {
        text: "The patient's rows in `train`.",
        explanation:
          "Right. The test set stays as it was drawn, and the model has never seen the patient.",
      },
      {
        text: "The patient's rows in `test`.",
        explanation:
          "That removes the leak too, but changes the test set after the fact, and makes it smaller.",
      },
      {
        text: "None: the visits are different rows.",
        explanation:
          "They are of one person. A model can recognise the person and seem to know the illness.",
      },
      {
        text: "One of each, by chance.",
        explanation: "Then the patient is still on both sides if there are more visits.",
      },
    ],
  },
]);
