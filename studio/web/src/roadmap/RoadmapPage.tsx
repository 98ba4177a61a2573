import { useQuery } from "@tanstack/react-query";
import { courseQuery } from "../data/queries";
import { ErrorView } from "../shell/ErrorView";
import { Loading } from "../shell/Loading";
import { usePageTitle } from "../shell/usePageTitle";
import { CountsLine } from "./CountsLine";
import { countStatuses } from "./count";
import { StatusMark } from "./StatusMark";
import { TrackList } from "./TrackList";
import "./roadmap.css";

/** What the whole course will be, and how much of it is there. */
export function RoadmapPage() {
  usePageTitle("Roadmap");
  const { data: course, error, refetch } = useQuery(courseQuery);
  if (error) return <ErrorView error={error} reset={() => void refetch()} />;
  if (!course) return <Loading label="Loading the roadmap" />;
  const counts = countStatuses(course.rows);
  return (
    <div className="page roadmap">
      <header className="roadmap-head">
        <h1>Roadmap</h1>
        <p className="lead">
          Five published roadmaps into machine learning name {counts.all} things to know or to
          build. Gradus takes them all. This page counts what is there, by checks and not by hand,
          and hides nothing that is not.
        </p>
        <CountsLine counts={counts} />
        <dl className="roadmap-key">
          <div>
            <dt>
              <StatusMark status="done" /> done
            </dt>
            <dd>the library does it, the course teaches it, and both are tested</dd>
          </div>
          <div>
            <dt>
              <StatusMark status="partial" /> partial
            </dt>
            <dd>something is there, not all that the row asks for</dd>
          </div>
          <div>
            <dt>
              <StatusMark status="missing" /> missing
            </dt>
            <dd>nothing yet</dd>
          </div>
        </dl>
      </header>
      <h2 className="visually-hidden">The five tracks</h2>
      <TrackList course={course} level="h3" />
    </div>
  );
}
