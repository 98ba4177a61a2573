import type { CompiledCourse } from "@gradus/course-kit";
import { Link } from "@tanstack/react-router";
import type { ProgressSummary } from "../data/queries";

interface TopicItemProps {
  readonly topic: CompiledCourse["topics"][number];
  readonly progress: ProgressSummary["topics"][string] | undefined;
}

/** A topic by its question, with what the learner has done of it. */
export function TopicItem({ topic, progress }: TopicItemProps) {
  return (
    <li className="topic-item">
      <h4>
        <Link to="/topics/$id" params={{ id: topic.id }}>
          {topic.title}
        </Link>
      </h4>
      <p className="topic-question">{topic.question}</p>
      <ul className="topic-facts">
        <li>about {topic.minutes} minutes</li>
        <li>
          {progress?.exercisesPassed.length ?? 0} of {topic.nExercises} exercises
        </li>
        <li>
          {progress?.quizCorrect.length ?? 0} of {topic.nQuizItems} questions
        </li>
        {progress?.projectPoints !== undefined && <li>project: {progress.projectPoints} points</li>}
      </ul>
    </li>
  );
}
