import { useEffect, useState } from "react";
import "./editor.css";

interface StaticCodeProps {
  readonly source: string;
}

/** Code to read, coloured once the editor's parser is there. */
export function StaticCode({ source }: StaticCodeProps) {
  const [pieces, setPieces] = useState<readonly { text: string; classes: string }[]>([]);
  useEffect(() => {
    let current = true;
    void import("./highlight").then(({ highlight }) => {
      if (current) setPieces(highlight(source));
    });
    return () => {
      current = false;
    };
  }, [source]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: wide code scrolls, by keyboard too
    <pre className="static-code" tabIndex={0}>
      <code>
        {pieces.length === 0
          ? source
          : pieces.map(({ text, classes }, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the pieces are made anew with the source
              <span key={i} className={classes}>
                {text}
              </span>
            ))}
      </code>
    </pre>
  );
}
