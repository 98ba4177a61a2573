import type { CompiledCourse } from "@gradus/course-kit";
import type { ProgressSummary } from "../data/queries";
import { areaName } from "./areaName";
import { TopicItem } from "./TopicItem";

interface TopicListProps {
  readonly topics: CompiledCourse["topics"];
  readonly progress: ProgressSummary | undefined;
}

/** All topics in the order of the course, by area. */
export function TopicList({ topics, progress }: TopicListProps) {
  const areas = [...new Set(topics.map(({ area }) => area))];
  return areas.map((area) => (
    <section key={area} className="topic-area" aria-labelledby={`area-${area}`}>
      <h3 id={`area-${area}`}>{areaName(area)}</h3>
      <ol className="topic-list">
        {topics
          .filter((topic) => topic.area === area)
          .map((topic) => (
            <TopicItem key={topic.id} topic={topic} progress={progress?.topics[topic.id]} />
          ))}
      </ol>
    </section>
  ));
}
