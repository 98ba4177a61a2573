import { defineQuiz } from "@gradus/course-kit";

export default defineQuiz([
  {
    kind: "numeric",
    id: "alert-at-night",
    question:
      "An alert rings in 95 % of the nights with an outage and in 5 % of the nights without one. There is an outage in one night of 20. It rings. What is the probability of an outage?",
    answer: 0.5,
    tolerance: 0.005,
    explanation: "$0.95 \\cdot 0.05 = 0.0475$ against $0.05 \\cdot 0.95 = 0.0475$: an even bet.",
  },
  {
    kind: "choice",
    id: "most-alarms-are-false",
    question: "Why are most alarms of a good test false when the disease is rare?",
    answer: 1,
    choices: [
      {
        text: "The test is worse for rare diseases.",
        explanation:
          "Sensitivity and specificity stay as they are. What changes is who comes to the test.",
      },
      {
        text: "The well are so many that a small share of them outnumbers the ill.",
        explanation: "Right: 9 % of 990 people are many more than 90 % of 10.",
      },
      {
        text: "The sensitivity is too low.",
        explanation:
          "Even a sensitivity of 100 % finds at most the 10 ill. The false alarms come from the well, and depend on the specificity.",
      },
      {
        text: "Because $P(\\text{ill} \\mid \\text{positive}) = P(\\text{positive} \\mid \\text{ill})$.",
        explanation: "These two are different, and that is the whole point.",
      },
    ],
  },
  {
    kind: "numeric",
    id: "odds-by-hand",
    question:
      "The odds are 1 to 4. You see a clue with the likelihood ratio 6. What is the probability now?",
    answer: 0.6,
    tolerance: 0.005,
    explanation: "6 to 4, which is $6 / 10 = 0.6$.",
  },
  {
    kind: "output",
    id: "useless-clue",
    question: "A word is as common in spam as in good mail. What does the filter say after it?",
    code: `const prior = 0.3;
const [inSpam, inGood] = [0.2, 0.2];
const posterior = (inSpam * prior) / (inSpam * prior + inGood * (1 - prior));
console.log(posterior.toFixed(2));`,
    answer: "0.30",
    explanation:
      "The likelihood ratio is 1, so nothing changes. A clue counts by how differently it comes under the two hypotheses, not by how often it comes.",
  },
  {
    kind: "choice",
    id: "which-number-moves",
    question:
      "You bring a spam filter to a new mailbox with far less spam. Which of its numbers is surely out of date?",
    answer: 2,
    choices: [
      {
        text: "$P(\\text{free} \\mid \\text{spam})$",
        explanation:
          "It may be, if spammers write differently to these people. The smaller share of spam does not change it.",
      },
      {
        text: "The likelihood ratio of “free”",
        explanation:
          "It compares spam with good mail, each by itself, and does not depend on how much of either there is.",
      },
      {
        text: "$P(\\text{spam})$, the prior",
        explanation:
          "Right: that is the share of spam, and with it every posterior changes. Put the new prior in.",
      },
      {
        text: "None of them",
        explanation: "Then “free” would mean the same in both mailboxes. It does not.",
      },
    ],
  },
  {
    kind: "choice",
    id: "same-clue-twice",
    question:
      "A filter treats “free” and “FREE” as two independent words, though mails nearly always have both or neither. What happens?",
    answer: 0,
    choices: [
      {
        text: "Its posteriors go too near to 0 and 1.",
        explanation:
          "Right: one clue is multiplied in twice, so the filter is surer than it should be.",
      },
      {
        text: "Its posteriors stay nearer to the prior than they should.",
        explanation: "The other way round: the ratio is squared, which moves the odds farther.",
      },
      {
        text: "Nothing, since the second word adds no information.",
        explanation:
          "It adds none, but the product does not know that. It multiplies all the same.",
      },
      {
        text: "The posterior is above 1.",
        explanation: "Odds may become huge, but $\\text{odds} / (1 + \\text{odds})$ stays below 1.",
      },
    ],
  },
]);
