import type { RowStatus } from "@gradus/course-kit";

/** A disc that is full, half full or empty: the status without its colour. The word stands beside it. */
export function StatusMark({ status }: { readonly status: RowStatus }) {
  return (
    <svg
      className={`status-mark status-${status}`}
      viewBox="0 0 16 16"
      width="16"
      height="16"
      aria-hidden="true"
    >
      <circle cx="8" cy="8" r="5.25" fill="none" stroke="currentColor" strokeWidth="1.5" />
      {status === "partial" && <path d="M8 2.75a5.25 5.25 0 0 1 0 10.5z" fill="currentColor" />}
      {status === "done" && (
        <>
          <circle cx="8" cy="8" r="6" fill="currentColor" />
          <path d="m5.4 8.2 1.8 1.8 3.4-3.8" fill="none" stroke="var(--paper)" strokeWidth="1.6" />
        </>
      )}
    </svg>
  );
}
