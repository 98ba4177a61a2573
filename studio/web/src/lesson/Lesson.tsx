import type { CompiledTopic } from "@gradus/course-kit";
import { useEffect } from "react";
import { warmUp } from "../runner";
import { whenIdle } from "../shell/whenIdle";
import { LessonBlockView } from "./LessonBlockView";
import { LessonHead } from "./LessonHead";
import { NextTopic } from "./NextTopic";
import { Sources } from "./Sources";
import { TableOfContents } from "./TableOfContents";

/** The lesson's blocks in one reading column, its contents beside it where there is room. */
export function Lesson({ topic }: { readonly topic: CompiledTopic }) {
  useEffect(() => whenIdle(warmUp), []);
  useEffect(() => {
    // TypeScript for the editors comes last: its megabytes wait until the page has settled.
    const timer = setTimeout(
      () => void import("../editor/typescript/client").then((client) => client.startTypeScript()),
      4_000,
    );
    return () => clearTimeout(timer);
  }, []);
  useEffect(scrollToHash, []);

  return (
    <article className="lesson">
      <TableOfContents topic={topic} />
      <div className="lesson-column">
        <LessonHead topic={topic} />
        {topic.blocks.map((block, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the blocks of a topic never change on a page
          <LessonBlockView key={i} block={block} topic={topic} />
        ))}
        <NextTopic topic={topic} />
        <Sources sources={topic.sources} />
      </div>
    </article>
  );
}

/** The browser looked for the address's heading before the lesson was there. */
function scrollToHash(): void {
  const id = decodeURIComponent(location.hash.slice(1));
  if (id) document.getElementById(id)?.scrollIntoView();
}
