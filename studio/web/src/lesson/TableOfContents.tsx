import type { CompiledTopic } from "@gradus/course-kit";
import { SaveStatus } from "../progress/SaveStatus";
import { LessonProgress } from "./LessonProgress";
import { useActiveHeading } from "./useActiveHeading";

interface TableOfContentsProps {
  readonly topic: CompiledTopic;
}

/** The lesson's headings, in the margin on wide screens and folded above it on narrow ones. */
export function TableOfContents({ topic }: TableOfContentsProps) {
  const { headings } = topic;
  const active = useActiveHeading(headings);
  const list = (
    <ol className="toc-list">
      {headings.map(({ id, text, depth }) => (
        <li key={id} className={`toc-${depth}`}>
          <a href={`#${id}`} aria-current={id === active ? "location" : undefined}>
            {text}
          </a>
        </li>
      ))}
    </ol>
  );
  return (
    <nav className="toc" aria-label="Contents of this lesson">
      <div className="toc-wide">{list}</div>
      <details className="toc-narrow">
        <summary>Contents</summary>
        {list}
      </details>
      <div className="toc-state">
        <LessonProgress topic={topic} />
        <SaveStatus />
      </div>
    </nav>
  );
}
