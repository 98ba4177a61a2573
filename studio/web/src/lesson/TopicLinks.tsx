import { Link } from "@tanstack/react-router";
import { Fragment } from "react";
import type { TopicEntry } from "./useTopics";

/** Topics by name in a sentence: "a, b and c". */
export function TopicLinks({ topics }: { readonly topics: readonly TopicEntry[] }) {
  return topics.map((topic, i) => (
    <Fragment key={topic.id}>
      {i > 0 && (i === topics.length - 1 ? " and " : ", ")}
      <Link to="/topics/$id" params={{ id: topic.id }}>
        {topic.title}
      </Link>
    </Fragment>
  ));
}
