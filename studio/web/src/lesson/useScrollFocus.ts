import { type RefObject, useEffect } from "react";

/** What in compiled text may be wider than the page. */
const WIDE = ".katex-display, pre";

/** Lets the keyboard into formulas and code that are wider than their column, so that arrow keys scroll them. */
export function useScrollFocus(host: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const wide = [...(host.current?.querySelectorAll<HTMLElement>(WIDE) ?? [])];
    if (wide.length === 0) return;
    for (const element of wide) observer.observe(element);
    const again = () => update(wide);
    // A formula gets its width with its fonts, long after its box has one.
    document.fonts.addEventListener("loadingdone", again);
    return () => {
      for (const element of wide) observer.unobserve(element);
      document.fonts.removeEventListener("loadingdone", again);
    };
  }, [host]);
}

// One for the page: all that is new or has changed comes at once, and is laid out once.
const observer = new ResizeObserver((entries) =>
  update(entries.map(({ target }) => target as HTMLElement)),
);

/** All are measured before the first is changed, since a change makes the next measure lay out the page again. */
function update(elements: readonly HTMLElement[]): void {
  const wider = elements.map((element) => element.scrollWidth > element.clientWidth);
  for (const [i, element] of elements.entries()) {
    if (wider[i]) element.tabIndex = 0;
    else element.removeAttribute("tabindex");
  }
}
