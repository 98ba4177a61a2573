import type { CompiledQuizItem } from "@gradus/course-kit";
import { parseNumber } from "./judge";
import { shuffledPlaces } from "./shuffle";

/** What every kind of answer is given. */
export interface AnswerFieldProps<K extends CompiledQuizItem["kind"]> {
  readonly item: Extract<CompiledQuizItem, { kind: K }>;
  readonly answer: unknown;
  readonly onChange: (answer: unknown) => void;
  /** After the verdict the answer stands. */
  readonly judged: boolean;
  /** Id of the question. */
  readonly labelledBy: string;
}

/** The answer before one is given. */
export function startAnswer(item: CompiledQuizItem): unknown {
  if (item.kind === "order") {
    return shuffledPlaces(item.lines.length, item.id).map((place) => item.lines[place]!);
  }
  return item.kind === "choice" ? undefined : "";
}

/** Whether there is something to judge. */
export function judgeable(item: CompiledQuizItem, answer: unknown): boolean {
  if (item.kind === "choice") return typeof answer === "number";
  if (item.kind === "numeric") return !Number.isNaN(parseNumber(String(answer)));
  if (item.kind === "output") return String(answer).trim() !== "";
  return true;
}
