import { defineExercise } from "@gradus/course-kit";

export default defineExercise({
  id: "backward",
  title: "The walk back",
  prompt: `
A graph comes as a list. Each entry names its \`inputs\`, places of entries **before** it, and its \`slopes\`, one for each
input. Entries without inputs are variables; the last entry is the result. Write \`gradients(graph)\`: for every entry, how
fast the result changes with it. An input may be used by several entries, and twice by one.`,
  hints: [
    "Start with a list of zeros, and 1 at the last place.",
    "Go through the graph from the end. Each entry hands each of its inputs its own gradient times the slope.",
    "Add to what an input already has: other paths may have been there before.",
  ],
  misconceptions: {
    overwrites:
      "An input that is used twice keeps only the last gradient handed to it. Add what comes along each path.",
    "front-to-back":
      "You go through the graph from the front, so entries hand on their gradient before they have received it. Start at the result.",
    "slopes-added":
      "Along a chain slopes multiply: an entry hands on its own gradient times the slope, not their sum.",
  },
});
