import type { CompiledCourse } from "@gradus/course-kit";
import { Link } from "@tanstack/react-router";
import { CountsLine } from "./CountsLine";
import { countStatuses, rowsById, rowsOfTrack } from "./count";

interface TrackListProps {
  readonly course: CompiledCourse;
  /** Level of the titles, so that headings stay in order on each page. */
  readonly level: "h2" | "h3";
}

/** The five roadmaps, each with what of it exists today. */
export function TrackList({ course, level: Heading }: TrackListProps) {
  const rows = rowsById(course.rows);
  return (
    <ol className="track-list">
      {course.tracks.map((track) => (
        <li key={track.id} className="track-item">
          <div>
            <Heading className="track-item-title">
              <Link to="/roadmap/$track" params={{ track: track.id }}>
                {track.title}
              </Link>
            </Heading>
            <p className="track-item-summary">{track.summary}</p>
          </div>
          <CountsLine counts={countStatuses(rowsOfTrack(track, rows))} />
        </li>
      ))}
    </ol>
  );
}
