import { useEffect, useState } from "react";

interface TextTwinProps {
  readonly words: string;
  /** Whether changes are read out; not before somebody has touched the figure. */
  readonly announce: boolean;
}

/** How long a figure must rest before its words are read out, in milliseconds. */
const REST = 700;

/** The figure in words: readable at any time, read out once the hand rests. */
export function TextTwin({ words, announce }: TextTwinProps) {
  const [said, setSaid] = useState("");
  useEffect(() => {
    if (!announce) return;
    const timer = setTimeout(() => setSaid(words), REST);
    return () => clearTimeout(timer);
  }, [words, announce]);
  return (
    <>
      <details className="in-words figure-words">
        <summary>In words</summary>
        <p>{words}</p>
      </details>
      <p className="visually-hidden" aria-live="polite">
        {said}
      </p>
    </>
  );
}
