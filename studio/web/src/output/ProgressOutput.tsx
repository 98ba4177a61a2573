import type { Progress } from "@gradus/core";

/** How far a long computation has come. */
export function ProgressOutput({ progress }: { readonly progress: Progress }) {
  const { done, total, label = "Working", metrics = {} } = progress;
  const numbers = Object.entries(metrics).map(([name, value]) => `${name} ${value.toPrecision(4)}`);
  const count = total === undefined ? `step ${done}` : `${done} of ${total}`;
  return (
    <div className="output-progress">
      <progress aria-label={label} max={total ?? 1} {...(total !== undefined && { value: done })} />
      <span>
        {label}: {[count, ...numbers].join(", ")}
      </span>
    </div>
  );
}
