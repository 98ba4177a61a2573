import { useMemo } from "react";
import { ChartOutput } from "./ChartOutput";
import { ErrorOutput } from "./ErrorOutput";
import type { OutputItem, RunLog } from "./outputLog";
import { PageOutput } from "./PageOutput";
import { ProgressOutput } from "./ProgressOutput";
import { TableOutput } from "./TableOutput";
import { TextOutput } from "./TextOutput";
import "./output.css";

interface OutputProps {
  readonly log: RunLog;
  /** Moves the cursor to a place of the program. */
  readonly onPosition: (line: number, column: number) => void;
}

/** What a program showed, from top to bottom. */
export function Output({ log, onPosition }: OutputProps) {
  const groups = useMemo(() => groupItems(log.items), [log.items]);
  return (
    <div className="output">
      {groups.map((group, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: output only grows at its end
        <OutputGroup key={i} group={group} onPosition={onPosition} />
      ))}
      {log.nHidden > 0 && <p className="output-note">… and {log.nHidden} more lines</p>}
      {log.progress && (
        <ProgressOutput progress={log.progress} over={log.milliseconds !== undefined} />
      )}
    </div>
  );
}

type Group = readonly [OutputItem, ...OutputItem[]];

function OutputGroup({
  group,
  onPosition,
}: { readonly group: Group } & Pick<OutputProps, "onPosition">) {
  const [item] = group;
  if (item.kind === "error") return <ErrorOutput error={item.error} onPosition={onPosition} />;
  if (item.kind === "display" && item.data.kind === "table")
    return <TableOutput table={item.data} />;
  if (item.kind === "display" && item.data.kind === "chart") {
    return <ChartOutput spec={item.data.spec} description={item.data.description} />;
  }
  if (item.kind === "display" && item.data.kind === "page") {
    return <PageOutput title={item.data.title} html={item.data.html} />;
  }
  return <TextOutput items={group} />;
}

/** Lines that follow each other become one block of text. */
function groupItems(items: readonly OutputItem[]): Group[] {
  const groups: [OutputItem, ...OutputItem[]][] = [];
  for (const item of items) {
    const last = groups.at(-1);
    if (last && isText(item) && isText(last[0])) last.push(item);
    else groups.push([item]);
  }
  return groups;
}

function isText(item: OutputItem): boolean {
  return item.kind === "log" || (item.kind === "display" && item.data.kind === "text");
}
