import { type RefObject, useEffect } from "react";

/** What in compiled text may be wider than the page. */
const WIDE = ".katex-display, pre";

/** Lets the keyboard into formulas and code that are wider than their column, so that arrow keys scroll them. */
export function useScrollFocus(host: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const wide = [...(host.current?.querySelectorAll<HTMLElement>(WIDE) ?? [])];
    if (wide.length === 0) return;
    const update = () => {
      for (const element of wide) {
        if (element.scrollWidth > element.clientWidth) element.tabIndex = 0;
        else element.removeAttribute("tabindex");
      }
    };
    const observer = new ResizeObserver(update);
    for (const element of wide) observer.observe(element);
    // A formula gets its width with its fonts, long after its box has one.
    document.fonts.addEventListener("loadingdone", update);
    return () => {
      observer.disconnect();
      document.fonts.removeEventListener("loadingdone", update);
    };
  }, [host]);
}
