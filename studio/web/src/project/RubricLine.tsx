import type { CriterionResult, RubricCriterion } from "@gradus/course-kit";
import { InlineCode } from "../shell/InlineCode";
import { formatPoints } from "./points";

interface RubricLineProps {
  readonly criterion: RubricCriterion;
  readonly result: CriterionResult | undefined;
}

/** One criterion with its bar: how many of its points, and why. */
export function RubricLine({ criterion, result }: RubricLineProps) {
  const share = result ? result.points / criterion.points : 0;
  return (
    <li className="rubric-line">
      <p className="rubric-title">{criterion.title}</p>
      <p className="rubric-points">
        {result ? `${formatPoints(result.points)} of ${criterion.points}` : `${criterion.points}`}
      </p>
      {result && (
        <div className="rubric-bar" aria-hidden="true">
          <span style={{ width: `${100 * share}%` }} />
        </div>
      )}
      <p className="rubric-message">
        <InlineCode text={result?.message ?? criterion.description} />
      </p>
    </li>
  );
}
