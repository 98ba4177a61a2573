import { useEffect, useState } from "react";

/** The id of the heading under which the reader is: the last one above the upper third of the window. */
export function useActiveHeading(headings: readonly { readonly id: string }[]): string | undefined {
  const [active, setActive] = useState<string>();
  useEffect(() => {
    let frame = 0;
    const find = () => {
      frame = 0;
      const line = innerHeight / 3;
      const above = headings.filter(({ id }) => {
        const top = document.getElementById(id)?.getBoundingClientRect().top;
        return top !== undefined && top < line;
      });
      setActive(above.at(-1)?.id);
    };
    const schedule = () => {
      frame ||= requestAnimationFrame(find);
    };
    // In the next frame: where headings are is known when figures have their sizes, without another layout.
    schedule();
    addEventListener("scroll", schedule, { passive: true });
    return () => {
      removeEventListener("scroll", schedule);
      cancelAnimationFrame(frame);
    };
  }, [headings]);
  return active;
}
