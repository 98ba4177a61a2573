import type { Progress } from "@gradus/core";
import { describeProgress } from "./describeProgress";

interface ProgressOutputProps {
  readonly progress: Progress;
  /** The program has ended: the line stays as a note of how far it came. */
  readonly over: boolean;
}

/** How far a long computation has come, in one line; a bar where its end is known. */
export function ProgressOutput({ progress, over }: ProgressOutputProps) {
  const { done, total } = progress;
  const { label, percent, steps, metrics } = describeProgress(progress);
  return (
    <div className={over ? "output-progress output-progress-over" : "output-progress"}>
      <span className="output-progress-label">{label}</span>
      {total !== undefined && (
        <>
          {/* A computation of no steps is done before it starts. */}
          <progress aria-label={label} max={total || 1} value={total === 0 ? 1 : done} />
          <span className="output-progress-percent">{percent}</span>
        </>
      )}
      <span>{steps}</span>
      {metrics.map(({ name, value }) => (
        <span key={name}>
          {name} <span className="output-progress-value">{value}</span>
        </span>
      ))}
    </div>
  );
}
