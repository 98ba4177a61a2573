import { Notice } from "./Notice";
import { usePageTitle } from "./usePageTitle";

interface ErrorViewProps {
  readonly error: unknown;
  readonly reset?: () => void;
}

/** A page that could not be shown. What the learner wrote is safe: it is saved before anything runs. */
export function ErrorView({ error, reset }: ErrorViewProps) {
  usePageTitle("Something went wrong");
  return (
    <Notice
      title="This page could not be shown"
      action={
        <button type="button" className="button" onClick={reset ?? (() => location.reload())}>
          Try again
        </button>
      }
    >
      <p>{error instanceof Error ? error.message : String(error)}</p>
      <p>Your code and your answers are safe.</p>
    </Notice>
  );
}
