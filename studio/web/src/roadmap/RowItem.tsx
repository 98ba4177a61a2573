import type { RoadmapRow } from "@gradus/course-kit";
import { Link } from "@tanstack/react-router";
import { useId, useState } from "react";
import { statusWords } from "./count";
import { StatusMark } from "./StatusMark";

interface RowItemProps {
  readonly row: RoadmapRow;
  readonly topics: ReadonlyMap<string, string>;
}

/** One thing that a roadmap names: where it stands, where it is taught, and on demand when it counts as done. */
export function RowItem({ row, topics }: RowItemProps) {
  const [open, setOpen] = useState(false);
  const details = useId();
  const taught = row.topics.filter((id) => topics.has(id));
  return (
    <li className={`row-item row-${row.status}`}>
      <StatusMark status={row.status} />
      <div className="row-text">
        <button
          type="button"
          className="row-name"
          aria-expanded={open}
          aria-controls={details}
          onClick={() => setOpen(!open)}
        >
          {row.name}
        </button>
        {taught.map((id) => (
          <Link key={id} to="/topics/$id" params={{ id }} className="row-topic">
            {topics.get(id)}
          </Link>
        ))}
        <p id={details} className="row-measure" hidden={!open}>
          Counts as done when: {row.measure}. <span className="row-id">{row.id}</span>
        </p>
      </div>
      <span className="row-status">{statusWords[row.status]}</span>
    </li>
  );
}
