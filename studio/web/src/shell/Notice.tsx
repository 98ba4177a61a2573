import type { ReactNode } from "react";

interface NoticeProps {
  readonly title: string;
  readonly children: ReactNode;
  readonly action?: ReactNode;
}

/** A page that has nothing else to show: why, and where to go from here. */
export function Notice({ title, children, action }: NoticeProps) {
  return (
    <div className="page notice">
      <h1>{title}</h1>
      <div className="notice-text">{children}</div>
      {action && <div className="notice-action">{action}</div>}
    </div>
  );
}
