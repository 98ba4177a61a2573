import { useQuery, useQueryClient } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useEffect } from "react";
import { RequestError } from "../data/fetchJson";
import { topicQuery } from "../data/queries";
import { TopicProvider } from "../progress/useTopic";
import { ErrorView } from "../shell/ErrorView";
import { Loading } from "../shell/Loading";
import { NotFound } from "../shell/NotFound";
import { usePageTitle } from "../shell/usePageTitle";
import { Lesson } from "./Lesson";
import "katex/dist/katex.min.css";
import "./lesson.css";

const route = getRouteApi("/topics/$id");

/** One topic, from its question to its project. */
export function TopicPage() {
  const { id } = route.useParams();
  const { data: topic, error, refetch } = useQuery(topicQuery(id));
  const queryClient = useQueryClient();
  usePageTitle(topic?.title);
  // What was done here shows on the pages that sum it up.
  useEffect(
    () => () => void queryClient.invalidateQueries({ queryKey: ["progress"] }),
    [queryClient],
  );
  if (error instanceof RequestError && error.status === 404) return <NotFound />;
  if (error) return <ErrorView error={error} reset={() => void refetch()} />;
  if (!topic) return <Loading label="Loading the topic" />;
  return (
    <TopicProvider key={topic.id} topic={topic.id}>
      <Lesson topic={topic} />
    </TopicProvider>
  );
}
