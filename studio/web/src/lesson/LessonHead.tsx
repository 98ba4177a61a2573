import type { CompiledTopic } from "@gradus/course-kit";
import { TopicLinks } from "./TopicLinks";
import { useTopics } from "./useTopics";

/** The topic's name, its question, and what one gets for the time. */
export function LessonHead({ topic }: { readonly topic: CompiledTopic }) {
  const before = useTopics().filter(({ id }) => topic.prerequisites.includes(id));
  return (
    <header className="lesson-head">
      <h1>{topic.title}</h1>
      <p className="lesson-question">{topic.question}</p>
      <div className="lesson-facts">
        <h2 className="lesson-facts-title">Afterwards you can</h2>
        <ul>
          {topic.teaches.map((what) => (
            <li key={what}>{what}</li>
          ))}
        </ul>
        <p>
          About {topic.minutes} minutes. Change any code and run it: it is saved as you type, and
          only for you.
        </p>
        {before.length > 0 && (
          <p>
            Builds on <TopicLinks topics={before} />.
          </p>
        )}
      </div>
    </header>
  );
}
