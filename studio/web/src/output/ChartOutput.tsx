import { useEffect, useRef, useState } from "react";
import { useTheme } from "../shell/theme";
import { useWidth } from "./useWidth";

interface ChartOutputProps {
  readonly spec: unknown;
  readonly description: string;
}

/** A chart as wide as the column, drawn anew when the theme or the width changes; in words on demand. */
export function ChartOutput({ spec, description }: ChartOutputProps) {
  const theme = useTheme();
  const host = useRef<HTMLDivElement>(null);
  const width = useWidth(host);
  const [failure, setFailure] = useState<string>();

  useEffect(() => {
    if (width === 0) return;
    let current = true;
    import("./drawChart")
      .then(({ drawChart }) => {
        if (!current) return;
        host.current?.replaceChildren(drawChart(spec, { theme, width: Math.min(width, 720) }));
        setFailure(undefined);
      })
      .catch((error: unknown) => {
        if (current) setFailure(error instanceof Error ? error.message : String(error));
      });
    return () => {
      current = false;
    };
  }, [spec, theme, width]);

  return (
    <figure className="output-chart">
      <div ref={host} role="img" aria-label={description} />
      {failure && <p className="output-note">The chart could not be drawn: {failure}</p>}
      <details className="in-words">
        <summary>In words</summary>
        <p>{description}</p>
      </details>
    </figure>
  );
}
