import { type RefObject, useEffect, useRef } from "react";

/**
 * Keeps the focus in a question whose buttons come and go: from "Answer", which is gone after the verdict, it
 * goes to the verdict, and from "Try again" back to the first field. A text field keeps it.
 *
 * @returns for the question's form
 */
export function useQuestionFocus(judged: boolean): RefObject<HTMLFormElement | null> {
  const form = useRef<HTMLFormElement>(null);
  const before = useRef(judged);
  useEffect(() => {
    if (before.current === judged) return;
    before.current = judged;
    const { activeElement } = document;
    if (activeElement !== document.body && !activeElement?.matches(":disabled")) return;
    const next = form.current?.querySelector<HTMLElement>(judged ? ".verdict" : "input, button");
    next?.focus({ preventScroll: judged });
  }, [judged]);
  return form;
}
