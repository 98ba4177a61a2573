import { RotateCcw } from "lucide-react";

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
      {edited && (
        <button type="button" className="button button-quiet cell-reset" onClick={onReset}>
          <RotateCcw size={14} aria-hidden="true" />
          Reset <span className="visually-hidden">the project to the start</span>
        </button>
      )}
    </div>
  );
}
