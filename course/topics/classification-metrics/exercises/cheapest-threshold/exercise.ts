import { defineExercise } from "@gradus/course-kit";

export default defineExercise({
  id: "cheapest-threshold",
  title: "The cheapest threshold",
  prompt: `
Write \`cheapest(isSpam, scores, costs)\`. A mail goes to junk if its score is **at least** the threshold. Each good
mail in junk costs \`costs.falseAlarm\`, each spam in the inbox \`costs.miss\`; what is right costs nothing.

Try \`Infinity\` (nothing goes to junk) and every score that occurs. Return the threshold with the smallest cost on
these mails, and that cost. If several cost the same, take the highest of them: it leaves most mails alone.`,
  hints: [
    "Start with the best choice so far: `threshold: Infinity`, whose cost is `costs.miss` for every spam.",
    "Go through the different scores from the highest down, and add up both kinds of errors for each. Replace the best choice only if the new one is really cheaper.",
    "Inside: `const isJunk = scores[i]! >= threshold;`, then `if (isJunk && !spam) cost += costs.falseAlarm;` and the other way round for the miss.",
  ],
  misconceptions: {
    "costs-swapped":
      "The two costs are exchanged. A false alarm is a good mail in junk; a miss is a spam in the inbox.",
    "never-nothing":
      "You never consider leaving all mails in the inbox. If false alarms are dear enough, that is the cheapest, with the threshold `Infinity`.",
    "strictly-above":
      "You send only mails above the threshold to junk. A mail whose score equals the threshold goes to junk, too.",
    "every-error-alike":
      "You take the threshold with the fewest errors, as if both kinds cost the same. Compare the costs, not the counts.",
  },
});
