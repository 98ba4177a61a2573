import { useState } from "react";
import { StaticCode } from "../editor/StaticCode";

/** One way to do it, on demand. */
export function Solution({ source }: { readonly source: string }) {
  const [shown, setShown] = useState(false);
  return (
    <details className="solution" onToggle={(event) => setShown(event.currentTarget.open)}>
      <summary>One solution</summary>
      {shown && <StaticCode source={source.replace(/\n$/, "")} />}
    </details>
  );
}
