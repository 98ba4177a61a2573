/** What the order of the course looks at. */
export interface Ordered {
  readonly id: string;
  readonly prerequisites: readonly string[];
  readonly rows: readonly string[];
}

/**
 * Topics as the course takes them: each after what it builds on, otherwise as the roadmaps list what it serves.
 *
 * @throws Error naming the topics that wait for each other, if there is no such order.
 */
export function courseOrder<T extends Ordered>(topics: readonly T[], rows: readonly string[]): T[] {
  const place = (topic: T) => Math.min(...topic.rows.map((row) => rows.indexOf(row)));
  const waiting = [...topics].sort((a, b) => place(a) - place(b) || a.id.localeCompare(b.id));
  const ordered: T[] = [];
  while (waiting.length > 0) {
    const done = new Set(ordered.map(({ id }) => id));
    const next = waiting.findIndex((topic) => topic.prerequisites.every((id) => done.has(id)));
    if (next < 0) {
      throw new Error(
        `topics whose prerequisites lead in a circle: ${waiting.map(({ id }) => id).join(", ")}`,
      );
    }
    ordered.push(...waiting.splice(next, 1));
  }
  return ordered;
}
