import type { OutputItem } from "./outputLog";

/** Printed lines; what went to console.warn and console.error says so. */
export function TextOutput({ items }: { readonly items: readonly OutputItem[] }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: wide lines scroll, by keyboard too
    <pre className="output-text" tabIndex={0}>
      {items.map((item, i) => {
        const level = item.kind === "log" ? item.level : "log";
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines are only added at the end
          <span key={i} className={`output-${level}`}>
            {textOf(item)}
            {"\n"}
          </span>
        );
      })}
    </pre>
  );
}

function textOf(item: OutputItem): string {
  if (item.kind === "log") return item.text;
  return item.kind === "display" && item.data.kind === "text" ? item.data.text : "";
}
