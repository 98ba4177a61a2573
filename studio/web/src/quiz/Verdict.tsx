import type { CompiledQuizItem } from "@gradus/course-kit";
import { Check, X } from "lucide-react";
import { Html } from "../lesson/Html";

interface VerdictProps {
  readonly item: CompiledQuizItem;
  readonly answer: unknown;
  readonly judged: boolean;
  readonly correct: boolean;
  readonly onRetry: () => void;
}

/** Right or wrong, and why. */
export function Verdict({ item, answer, judged, correct, onRetry }: VerdictProps) {
  return (
    <div
      className={`verdict ${correct ? "verdict-right" : "verdict-wrong"}`}
      aria-live="polite"
      tabIndex={-1}
    >
      {judged && (
        <>
          <p className="verdict-word">
            {correct ? <Check size={18} aria-hidden="true" /> : <X size={18} aria-hidden="true" />}
            {correct ? "Right" : "Not quite"}
          </p>
          <Html html={explanation(item, answer, correct)} className="prose verdict-text" />
          {!correct && (
            <button type="button" className="button" onClick={onRetry}>
              Try again
            </button>
          )}
        </>
      )}
    </div>
  );
}

/** A wrong choice explains itself only, so that trying again is still worth something. */
function explanation(item: CompiledQuizItem, answer: unknown, correct: boolean): string {
  if (item.kind !== "choice") return item.explanationHtml;
  const chosen = item.choices[correct ? item.answer : Number(answer)];
  return chosen?.explanationHtml ?? "";
}
