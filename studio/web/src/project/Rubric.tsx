import type { CompiledProject, ProjectScore } from "@gradus/course-kit";
import { formatPoints } from "./points";
import { RubricLine } from "./RubricLine";

interface RubricProps {
  readonly project: CompiledProject;
  readonly score: ProjectScore | undefined;
}

/** What the project is judged by, and after a run how it was. */
export function Rubric({ project, score }: RubricProps) {
  const total = project.rubric.reduce((sum, criterion) => sum + criterion.points, 0);
  return (
    <div className="rubric" aria-live="polite">
      <div className="rubric-head">
        <h4>{score ? "Your score" : "How it is scored"}</h4>
        <p>
          {score ? (
            <>
              <strong className={score.passed ? "rubric-passed" : ""}>
                {formatPoints(score.points)} of {total}
              </strong>
              {score.passed ? ", passed" : `, ${project.passing} to pass`}
            </>
          ) : (
            `${total} points, ${project.passing} to pass`
          )}
        </p>
      </div>
      <ol className="rubric-lines">
        {project.rubric.map((criterion) => (
          <RubricLine
            key={criterion.id}
            criterion={criterion}
            result={score?.results.find(({ id }) => id === criterion.id)}
          />
        ))}
      </ol>
    </div>
  );
}
