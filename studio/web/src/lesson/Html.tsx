import { useNavigate } from "@tanstack/react-router";
import { type MouseEvent, memo, useRef } from "react";
import { useScrollFocus } from "./useScrollFocus";

interface HtmlProps {
  readonly html: string;
  readonly className?: string;
}

/**
 * Text that the compiler has made HTML of. It comes from the course's own files, where raw HTML is refused, so
 * it is trusted here. Links within the site stay within the page.
 */
export const Html = memo(function Html({ html, className = "prose" }: HtmlProps) {
  const navigate = useNavigate();
  const host = useRef<HTMLDivElement>(null);
  useScrollFocus(host);
  function follow(event: MouseEvent<HTMLDivElement>) {
    const link = (event.target as Element).closest("a");
    const href = link?.getAttribute("href");
    if (!href?.startsWith("/") || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    void navigate({ href });
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the links inside are what is interactive
    // biome-ignore lint/a11y/useKeyWithClickEvents: Enter on a link is a click
    <div
      ref={host}
      className={className}
      onClick={follow}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: compiled from the course's own Markdown
      dangerouslySetInnerHTML={{ __html: html }}
    />
  );
});
