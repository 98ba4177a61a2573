import { RotateCcw } from "lucide-react";
import type { MouseEvent } from "react";

interface ResetButtonProps {
  /** What is reset, and to what. */
  readonly what: string;
  readonly onReset: () => void;
}

/** Brings the original code back. It is gone after that, so the focus goes to the bar's first button. */
export function ResetButton({ what, onReset }: ResetButtonProps) {
  function reset(event: MouseEvent<HTMLButtonElement>) {
    event.currentTarget.parentElement?.querySelector("button")?.focus();
    onReset();
  }
  return (
    <button type="button" className="button button-quiet cell-reset" onClick={reset}>
      <RotateCcw size={14} aria-hidden="true" />
      Reset <span className="visually-hidden">{what}</span>
    </button>
  );
}
