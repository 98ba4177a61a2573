import { Play, Square } from "lucide-react";
import { runKey } from "../editor/runKey";
import type { Run } from "../output/useRun";
import { ResetButton } from "./ResetButton";

interface CellBarProps {
  /** Which program this is: buttons of the same name stand all over the page. */
  readonly label: string;
  readonly state: Run["state"];
  readonly milliseconds: number | undefined;
  readonly edited: boolean;
  readonly onRun: () => void;
  readonly onStop: () => void;
  readonly onReset: () => void;
}

/** What one can do with a cell, and how its last run went. */
export function CellBar(props: CellBarProps) {
  const { label, state, milliseconds, edited } = props;
  const running = state === "running";
  return (
    <div className="cell-bar">
      {running ? (
        <button type="button" className="button" onClick={props.onStop}>
          <Square size={12} fill="currentColor" aria-hidden="true" />
          Stop <span className="visually-hidden">{label}</span>
        </button>
      ) : (
        <button type="button" className="button" onClick={props.onRun} title={runKey}>
          <Play size={12} fill="currentColor" aria-hidden="true" />
          Run <span className="visually-hidden">{label}</span>
        </button>
      )}
      <span className="cell-state" role="status">
        {running && "Running…"}
        {state === "stopped" && "Stopped"}
        {state === "finished" && milliseconds !== undefined && `Ran in ${formatTime(milliseconds)}`}
      </span>
      {edited && <ResetButton what={`${label} to the original`} onReset={props.onReset} />}
    </div>
  );
}

function formatTime(milliseconds: number): string {
  return milliseconds < 1000
    ? `${Math.max(1, Math.round(milliseconds))} ms`
    : `${(milliseconds / 1000).toFixed(1)} s`;
}
