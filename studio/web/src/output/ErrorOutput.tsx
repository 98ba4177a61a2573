import type { ProgramError } from "@gradus/course-kit";

interface ErrorOutputProps {
  readonly error: ProgramError;
  readonly onPosition: (line: number, column: number) => void;
}

/** What went wrong, and a way to the line where it did. */
export function ErrorOutput({ error, onPosition }: ErrorOutputProps) {
  const { position } = error;
  return (
    <div className="output-error">
      <p className="output-error-head">
        <strong>{error.name}</strong>
        {position && (
          <button type="button" onClick={() => onPosition(position.line, position.column)}>
            line {position.line}
          </button>
        )}
      </p>
      <p className="output-error-message">{error.message}</p>
    </div>
  );
}
