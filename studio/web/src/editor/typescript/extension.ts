import {
  autocompletion,
  type Completion,
  type CompletionContext,
  type CompletionResult,
} from "@codemirror/autocomplete";
import { forceLinting, linter } from "@codemirror/lint";
import type { Extension } from "@codemirror/state";
import { EditorView, hoverTooltip } from "@codemirror/view";
import { runningTypeScript, startTypeScript } from "./client";
import { renderInfo } from "./renderInfo";

/** Where an editor's text stands for TypeScript. */
export interface TypeContext {
  /** Path of the file, such as "/cells/descent.fit.ts". */
  readonly path: string;
  /** What stands before the editor's text in the file: the cells above it. */
  readonly before: () => string;
}

/** Completion, types on hover and squiggles, from the first focus on. */
export function typeScript(context: TypeContext): Extension {
  return [
    autocompletion({ override: [(request) => complete(context, request)], icons: false }),
    hoverTooltip((view, position) => hover(context, view, position)),
    linter((view) => lint(context, view), { delay: 400 }),
    EditorView.domEventHandlers({
      focus: (_event, view) => {
        if (runningTypeScript() && linted.has(view)) return;
        linted.add(view);
        startTypeScript();
        forceLinting(view);
      },
    }),
  ];
}

/** Editors that have had the focus: the others show the course's own code, which compiles. */
const linted = new WeakSet<EditorView>();

async function lint({ path, before }: TypeContext, view: EditorView) {
  const service = runningTypeScript();
  if (!service || !linted.has(view)) return [];
  const shift = before().length;
  const text = before() + view.state.doc.toString();
  const found = await answered(service.diagnostics({ path, text }));
  return (found ?? [])
    .filter(({ from }) => from >= shift)
    .map((diagnostic) => ({
      ...diagnostic,
      from: diagnostic.from - shift,
      to: diagnostic.to - shift,
    }));
}

async function complete(
  { path, before }: TypeContext,
  { state, pos, explicit }: CompletionContext,
): Promise<CompletionResult | null> {
  const shift = before().length;
  const request = { path, text: before() + state.doc.toString(), position: pos + shift };
  const service = startTypeScript();
  const found = await answered(service.completions({ ...request, explicit }));
  if (!found) return null;
  const info = async (completion: Completion) => {
    const details = await answered(service.details({ ...request, name: completion.label }));
    return details && renderInfo(details);
  };
  return {
    from: found.from - shift,
    options: found.options.map((option) => ({ ...option, info })),
    validFor: /^\w*$/,
  };
}

async function hover({ path, before }: TypeContext, view: EditorView, position: number) {
  const service = runningTypeScript();
  if (!service) return null;
  const shift = before().length;
  const text = before() + view.state.doc.toString();
  const found = await answered(service.hover({ path, text, position: position + shift }));
  if (!found) return null;
  return {
    pos: found.from - shift,
    end: found.to - shift,
    above: true,
    create: () => ({ dom: renderInfo(found) }),
  };
}

/** What TypeScript answers, or null where it cannot: an editor without it is still an editor. */
function answered<T>(answer: Promise<T>): Promise<T | null> {
  return answer.catch(() => null);
}
