import { runKey } from "./runKey";

/** How the keyboard gets out again, shown while it is inside. */
export function KeyboardHint({ id }: { readonly id: string }) {
  return (
    <p id={id} className="keyboard-hint">
      <kbd>{runKey}</kbd> runs · <kbd>Tab</kbd> indents as you edit · <kbd>Esc</kbd> then{" "}
      <kbd>Tab</kbd> leaves the editor
    </p>
  );
}
