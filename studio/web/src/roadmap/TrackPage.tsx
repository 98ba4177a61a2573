import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { courseQuery } from "../data/queries";
import { ErrorView } from "../shell/ErrorView";
import { Loading } from "../shell/Loading";
import { NotFound } from "../shell/NotFound";
import { usePageTitle } from "../shell/usePageTitle";
import { CountsLine } from "./CountsLine";
import { countStatuses, rowsById, rowsOfTrack } from "./count";
import { StageSection } from "./StageSection";
import { StatusFilterBar } from "./StatusFilterBar";
import "./roadmap.css";

const route = getRouteApi("/roadmap/$track");

/** One roadmap: its stages in order, and in each the rows with where they stand. */
export function TrackPage() {
  const { track: id } = route.useParams();
  const { show = "all" } = route.useSearch();
  const navigate = route.useNavigate();
  const { data: course, error, refetch } = useQuery(courseQuery);
  const track = course?.tracks.find((candidate) => candidate.id === id);
  usePageTitle(track?.title);
  if (error) return <ErrorView error={error} reset={() => void refetch()} />;
  if (!course) return <Loading label="Loading the track" />;
  if (!track) return <NotFound />;

  const rows = rowsById(course.rows);
  const counts = countStatuses(rowsOfTrack(track, rows));
  const topics = new Map(course.topics.map((topic) => [topic.id, topic.title]));
  const stages = track.stages
    .map((stage, index) => ({
      ...stage,
      index,
      rows: stage.rows
        .map((rowId) => rows.get(rowId))
        .filter((row) => row !== undefined)
        .filter((row) => show === "all" || row.status === show),
    }))
    .filter((stage) => stage.rows.length > 0);

  return (
    <div className="page roadmap">
      <header className="roadmap-head">
        <p className="eyebrow">
          <Link to="/roadmap">Roadmap</Link>
        </p>
        <h1>{track.title}</h1>
        <p className="lead">{track.summary}</p>
        <CountsLine counts={counts} />
      </header>
      <StatusFilterBar
        value={show}
        counts={counts}
        onChange={(next) =>
          void navigate({
            search: next === "all" ? {} : { show: next },
            replace: true,
            resetScroll: false,
          })
        }
      />
      {stages.length === 0 && (
        <p className="roadmap-empty">
          Nothing in this track is {show} yet. The other rows are one click away.
        </p>
      )}
      {stages.map((stage) => (
        <StageSection key={stage.index} title={stage.title} rows={stage.rows} topics={topics} />
      ))}
    </div>
  );
}
