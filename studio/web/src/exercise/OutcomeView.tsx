import type { Outcome } from "@gradus/course-kit";
import { CircleAlert, CircleCheck, CircleDashed, CircleX } from "lucide-react";
import { InlineCode } from "../shell/InlineCode";

interface OutcomeViewProps {
  readonly outcome: Outcome;
  /** Whether a check has just been asked for: what was not attempted says so only then. */
  readonly checked: boolean;
  readonly onPosition: (line: number, column: number) => void;
}

/** What the check found: said by words and shape first, by colour last. Announced when it changes. */
export function OutcomeView({ outcome, checked, onPosition }: OutcomeViewProps) {
  return (
    <div className={`outcome outcome-${outcome.kind}`} role="status">
      {outcome.kind === "notAttempted" && checked && (
        <>
          <CircleDashed size={20} aria-hidden="true" />
          <div>
            <p className="outcome-head">Not attempted</p>
            <p>This is still the code you were given. Change it, then check again.</p>
          </div>
        </>
      )}
      {outcome.kind === "passed" && (
        <>
          <CircleCheck size={20} aria-hidden="true" />
          <div>
            <p className="outcome-head">Passed</p>
            <p>Your code does what was asked, on every case that the check tried.</p>
          </div>
        </>
      )}
      {outcome.kind === "wrong" && (
        <>
          <CircleX size={20} aria-hidden="true" />
          <div>
            <p className="outcome-head">Not yet</p>
            <p className="outcome-message">
              <InlineCode text={outcome.message} />
            </p>
          </div>
        </>
      )}
      {outcome.kind === "error" && (
        <>
          <CircleAlert size={20} aria-hidden="true" />
          <div>
            <p className="outcome-head">
              Your code stopped with {article(outcome.error.name)}
              <PositionLink error={outcome.error} onPosition={onPosition} />
            </p>
            <p className="outcome-message outcome-code">{outcome.error.message}</p>
          </div>
        </>
      )}
    </div>
  );
}

function PositionLink({
  error,
  onPosition,
}: {
  readonly error: Extract<Outcome, { kind: "error" }>["error"];
  readonly onPosition: OutcomeViewProps["onPosition"];
}) {
  const { position } = error;
  if (!position) return null;
  return (
    <>
      {" in "}
      <button
        type="button"
        className="link"
        onClick={() => onPosition(position.line, position.column)}
      >
        line {position.line}
      </button>
    </>
  );
}

function article(name: string): string {
  return `${/^[AEIOU]/.test(name) ? "an" : "a"} ${name}`;
}
