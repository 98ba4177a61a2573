import type { RowStatus } from "@gradus/course-kit";
import { type StatusCounts, statusWords } from "./count";
import { StatusMark } from "./StatusMark";

const order: readonly RowStatus[] = ["done", "partial", "missing"];

/** The counts in words, under a thin line that shows their shares. */
export function CountsLine({ counts }: { readonly counts: StatusCounts }) {
  const total = Math.max(counts.all, 1);
  return (
    <div className="counts">
      <div className="counts-bar" aria-hidden="true">
        <span className="counts-done" style={{ width: `${(100 * counts.done) / total}%` }} />
        <span className="counts-partial" style={{ width: `${(100 * counts.partial) / total}%` }} />
      </div>
      <ul className="counts-words">
        {order.map((status) => (
          <li key={status}>
            <StatusMark status={status} />
            {counts[status]} {statusWords[status]}
          </li>
        ))}
        <li className="counts-all">of {counts.all}</li>
      </ul>
    </div>
  );
}
