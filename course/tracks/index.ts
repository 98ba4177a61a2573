import type { CompiledTrack } from "@gradus/course-kit";
import { completeCourse } from "./complete-course";
import { generative } from "./generative";
import { practitioner } from "./practitioner";
import { stepByStep } from "./step-by-step";
import { twelveWeeks } from "./twelve-weeks";

/** The five roadmaps by their number in the column "seeds" of course/roadmap/rows.tsv. */
export const tracksBySeed: Readonly<Record<string, CompiledTrack>> = {
  "000": stepByStep,
  "001": twelveWeeks,
  "002": practitioner,
  "003": generative,
  "004": completeCourse,
};

/** The five roadmaps in the order in which the course shows them. */
export const tracks: readonly CompiledTrack[] = [
  stepByStep,
  twelveWeeks,
  practitioner,
  generative,
  completeCourse,
];
