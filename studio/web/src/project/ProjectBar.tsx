import { ResetButton } from "../cell/ResetButton";

interface ProjectBarProps {
  readonly running: boolean;
  readonly edited: boolean;
  readonly onScore: () => void;
  readonly onReset: () => void;
}

export function ProjectBar({ running, edited, onScore, onReset }: ProjectBarProps) {
  return (
    <div className="cell-bar exercise-bar">
      <button
        type="button"
        className="button button-main"
        aria-disabled={running}
        onClick={() => {
          if (!running) onScore();
        }}
      >
        {running ? "Scoring…" : "Run and score"}
      </button>
      {edited && <ResetButton what="the project to the start" onReset={onReset} />}
    </div>
  );
}
