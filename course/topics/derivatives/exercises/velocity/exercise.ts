import { defineExercise } from "@gradus/course-kit";

export default defineExercise({
  id: "velocity",
  title: "The speed of a finger",
  prompt: `
A finger drags a list. Events come in when they come in: \`times\` in **milliseconds**, never two at once, and
\`positions\` in pixels. Write \`velocities(times, positions)\`: the speed in **pixels per second** at every event but the
first and the last, as a central difference: from the event before it to the event after it.`,
  hints: [
    "Event $i$ has a neighbour on each side: $i - 1$ and $i + 1$. How far did the finger get between these two, and how long did that take?",
    "Use the real times of both neighbours. The gaps are not all alike.",
    "The quotient is in pixels per millisecond. A second has 1,000 of those.",
  ],
  misconceptions: {
    "per-millisecond":
      "These are pixels per millisecond: times come in milliseconds, so the quotient has to be multiplied by 1,000.",
    "one-sided":
      "This looks ahead only, from the event itself to the next one. Take the event before and the event after: what the curve bends on both sides then cancels.",
    "even-spacing":
      "You take the first gap for all of them. Events come at uneven times, so subtract the times of the two neighbours.",
  },
});
