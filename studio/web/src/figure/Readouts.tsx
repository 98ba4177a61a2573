import type { Readout } from "@gradus/course-kit";
import { textOf } from "./roles";

/** The numbers that matter, beside what shows them. */
export function Readouts({ readouts }: { readonly readouts: readonly Readout[] }) {
  if (readouts.length === 0) return null;
  return (
    <dl className="readouts">
      {readouts.map(({ label, value, role }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd style={{ color: role ? textOf(role) : "var(--ink)" }}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
