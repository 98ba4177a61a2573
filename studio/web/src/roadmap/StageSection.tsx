import type { RoadmapRow } from "@gradus/course-kit";
import { countStatuses } from "./count";
import { RowItem } from "./RowItem";

interface StageSectionProps {
  readonly title: string;
  readonly rows: readonly RoadmapRow[];
  /** Titles of topics by id. */
  readonly topics: ReadonlyMap<string, string>;
}

export function StageSection({ title, rows, topics }: StageSectionProps) {
  const counts = countStatuses(rows);
  return (
    <section className="stage">
      <header className="stage-head">
        <h2>{title}</h2>
        <p>
          {counts.done + counts.partial === 0
            ? `${counts.all} rows, none yet`
            : `${counts.done} done, ${counts.partial} partial of ${counts.all}`}
        </p>
      </header>
      <ul className="stage-rows">
        {rows.map((row) => (
          <RowItem key={row.id} row={row} topics={topics} />
        ))}
      </ul>
    </section>
  );
}
