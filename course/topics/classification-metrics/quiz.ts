import { defineQuiz } from "@gradus/course-kit";

export default defineQuiz([
  {
    kind: "numeric",
    id: "blocked-payments",
    question:
      "A check for stolen cards blocks 50 payments. 30 of them were fraud. Another 20 frauds went through, and 9,930 honest payments too. What is F1?",
    answer: 0.6,
    tolerance: 0.001,
    explanation:
      "$TP = 30$, $FP = 20$, $FN = 20$: $2 \\cdot 30 / (60 + 20 + 20) = 0.6$. The 9,930 appear nowhere: F1 does not look at true negatives.",
  },
  {
    kind: "choice",
    id: "raise-the-bar",
    question: "You raise the threshold. Which of these can *not* happen?",
    answer: 1,
    choices: [
      {
        text: "Precision falls.",
        explanation:
          "It can: if the mails that leave junk are all spam, the rest is worse. Precision usually rises, but it jumps about at the top, where junk is small.",
      },
      {
        text: "Recall rises.",
        explanation:
          "Right, that is impossible. Mails only leave junk, so the spam caught can only become less, out of the same number of spam.",
      },
      {
        text: "Accuracy rises.",
        explanation: "It can, if more good mails than spam leave junk.",
      },
      {
        text: "Nothing changes.",
        explanation:
          "It can: where no score lies between the old and the new threshold, no mail moves.",
      },
    ],
  },
  {
    kind: "numeric",
    id: "area-by-pairs",
    question:
      "Three spam have the scores 5, 3 and 3; two good mails have 3 and 1. What is the area under the ROC curve?",
    answer: 0.8333,
    tolerance: 0.001,
    explanation:
      "Six pairs. The spam at 5 wins both; each spam at 3 wins against 1 and ties with 3, so 1.5 each. Together $5 / 6 \\approx 0.833$.",
  },
  {
    kind: "output",
    id: "never-rings",
    question: "What is printed?",
    code: `const isFraud = [true, ...Array(49).fill(false)];
const said = isFraud.map(() => false);
const right = said.filter((s, i) => s === isFraud[i]).length;
const caught = said.filter((s, i) => s && isFraud[i]).length;
console.log(right / isFraud.length, caught / 1);`,
    answer: "0.98 0",
    explanation:
      "A rule that never rings is right in 98 % of the cases and finds nothing. With rare things, ask for the recall and the precision.",
  },
  {
    kind: "choice",
    id: "ten-times-rarer",
    question:
      "A filter has an AUC of 0.97 on a test set that is half spam. In service, one message in 500 is spam, of the same kind. What do you expect?",
    answer: 2,
    choices: [
      {
        text: "AUC and precision both fall.",
        explanation:
          "The AUC compares one spam with one good mail at a time. How many of each there are cancels.",
      },
      {
        text: "Both stay, since the filter is the same.",
        explanation:
          "The same share of a far larger crowd of good mails lands in junk, next to far less spam. Precision falls.",
      },
      {
        text: "The AUC stays, and precision at the same threshold falls.",
        explanation:
          "Right. The rates of the ROC curve each look at one class; precision mixes them, and the mix has changed.",
      },
      {
        text: "The AUC falls, and precision stays.",
        explanation: "The other way round: precision is what depends on the mix.",
      },
    ],
  },
  {
    kind: "choice",
    id: "where-to-choose",
    question:
      "You fit on training rows, and try 200 thresholds. Which cost may you report for the best one?",
    answer: 3,
    choices: [
      {
        text: "The one on the rows on which it was best.",
        explanation:
          "It is the smallest of 200 numbers, so part of it is luck. In the lesson it was half of the real cost.",
      },
      {
        text: "The one on the training rows.",
        explanation:
          "The model has seen them, so its scores look surer there than on any new row. That flatters twice.",
      },
      {
        text: "The mean over all 200 thresholds.",
        explanation: "That is the cost of a random threshold, and you do not use one.",
      },
      {
        text: "The one on rows that neither fitted the model nor chose the threshold.",
        explanation: "Right. A threshold is learned too, and what learns must not grade itself.",
      },
    ],
  },
]);
