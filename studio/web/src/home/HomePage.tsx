import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { courseQuery, progressQuery } from "../data/queries";
import { TrackList } from "../roadmap/TrackList";
import { ErrorView } from "../shell/ErrorView";
import { Loading } from "../shell/Loading";
import { usePageTitle } from "../shell/usePageTitle";
import { DescentPicture } from "./DescentPicture";
import { lastTopic } from "./lastTopic";
import { TopicList } from "./TopicList";
import "../roadmap/roadmap.css";
import "./home.css";

/** What this is, where you were, what there is to learn today, and where it all leads. */
export function HomePage() {
  usePageTitle(undefined);
  const { data: course, error, refetch } = useQuery(courseQuery);
  const { data: progress } = useQuery(progressQuery);
  if (error) return <ErrorView error={error} reset={() => void refetch()} />;
  if (!course) return <Loading label="Loading the course" />;
  const resumed = lastTopic(course, progress);
  return (
    <div className="page home">
      <header className="home-head">
        <div className="home-words">
          <h1>Machine learning, one step at a time, in code that runs as you read.</h1>
          <p className="lead">
            Every lesson starts from a question, works it out by hand, then from scratch, then with
            the library. The numbers on the page are computed on the page, on your own machine.
          </p>
          {resumed && (
            <Link to="/topics/$id" params={{ id: resumed.id }} className="button button-main">
              Continue: {resumed.title}
            </Link>
          )}
        </div>
        <DescentPicture />
      </header>

      <section className="home-section" aria-labelledby="topics">
        <h2 id="topics">
          {course.topics.length === 1
            ? "One topic is open"
            : `${course.topics.length} topics are open`}
        </h2>
        {course.topics.length === 0 && (
          <p className="roadmap-empty">No topic has been built yet.</p>
        )}
        <TopicList topics={course.topics} progress={progress} />
      </section>

      <section className="home-section" aria-labelledby="tracks">
        <h2 id="tracks">Five tracks lead through the field</h2>
        <p className="home-note">
          They take the same topics in different orders. Most of each is still to be written; the{" "}
          <Link to="/roadmap">roadmap</Link> says what.
        </p>
        <TrackList course={course} level="h3" />
      </section>
    </div>
  );
}
