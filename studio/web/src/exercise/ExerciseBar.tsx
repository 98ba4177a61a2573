import { Lightbulb } from "lucide-react";
import { ResetButton } from "../cell/ResetButton";
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
      {nHints > 0 && (
        // It stays after the last hint: a button that vanishes takes the focus with it.
        <button
          type="button"
          className="button button-quiet"
          aria-disabled={nShown === nHints}
          onClick={() => {
            if (nShown < nHints) props.onHint();
          }}
        >
          <Lightbulb size={14} aria-hidden="true" />
          {nShown === nHints ? "All hints" : nShown === 0 ? "Show a hint" : "Show another hint"}
          <small>
            {nShown} of {nHints}
          </small>
        </button>
      )}
      {edited && <ResetButton what={`${title} to the start`} onReset={props.onReset} />}
    </div>
  );
}
