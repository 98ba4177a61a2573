import type { CompiledTopic } from "@gradus/course-kit";
import { Link } from "@tanstack/react-router";
import { useTopics } from "./useTopics";

/** Where the course goes on. */
export function NextTopic({ topic }: { readonly topic: CompiledTopic }) {
  const topics = useTopics();
  const at = topics.findIndex(({ id }) => id === topic.id);
  const next = at < 0 ? undefined : topics[at + 1];
  if (!next) return null;
  return (
    <nav className="next-topic" aria-label="Next topic">
      <Link to="/topics/$id" params={{ id: next.id }}>
        Next: {next.title}
      </Link>
      <p className="next-question">{next.question}</p>
    </nav>
  );
}
