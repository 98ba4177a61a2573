import { Lightbulb, RotateCcw } from "lucide-react";
import { runKey } from "../editor/runKey";

interface ExerciseBarProps {
  readonly title: string;
  readonly checking: boolean;
  readonly edited: boolean;
  readonly nHints: number;
  readonly nShown: number;
  readonly onCheck: () => void;
  readonly onHint: () => void;
  readonly onReset: () => void;
}

export function ExerciseBar(props: ExerciseBarProps) {
  const { title, checking, edited, nHints, nShown } = props;
  return (
    <div className="cell-bar exercise-bar">
      <button
        type="button"
        className="button button-main"
        onClick={props.onCheck}
        aria-disabled={checking}
        title={runKey}
      >
        {checking ? "Checking…" : "Check"}
        <span className="visually-hidden">: {title}</span>
      </button>
      {nHints > 0 && nShown < nHints && (
        <button type="button" className="button button-quiet" onClick={props.onHint}>
          <Lightbulb size={14} aria-hidden="true" />
          {nShown === 0 ? "Show a hint" : "Show another hint"}
          <small>
            {nShown} of {nHints}
          </small>
        </button>
      )}
      {edited && (
        <button type="button" className="button button-quiet cell-reset" onClick={props.onReset}>
          <RotateCcw size={14} aria-hidden="true" />
          Reset <span className="visually-hidden">{title} to the start</span>
        </button>
      )}
    </div>
  );
}
