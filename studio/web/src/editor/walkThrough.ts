import { type EditorView, ViewPlugin } from "@codemirror/view";

/** Until another key is pressed, in milliseconds: CodeMirror ends it at that key. */
const ANY_TIME = 1e9;

/**
 * Tab walks on through an editor that it walked into: whoever reads the lesson by keyboard passes its programs
 * without indenting them. Any other key, or a click, and Tab indents.
 */
export const walkThrough = ViewPlugin.fromClass(
  class {
    /** Whether Tab was the last thing that was done on the page. */
    #walking = false;
    readonly #document: Document;

    constructor(view: EditorView) {
      this.#document = view.dom.ownerDocument;
      this.#document.addEventListener("keydown", this.#watch, true);
      this.#document.addEventListener("pointerdown", this.#watch, true);
    }

    arrive(view: EditorView): void {
      if (this.#walking) view.setTabFocusMode(ANY_TIME);
    }

    destroy(): void {
      this.#document.removeEventListener("keydown", this.#watch, true);
      this.#document.removeEventListener("pointerdown", this.#watch, true);
    }

    readonly #watch = (event: Event): void => {
      this.#walking = event instanceof KeyboardEvent && event.key === "Tab";
    };
  },
  {
    eventObservers: {
      focus(_, view) {
        this.arrive(view);
      },
    },
  },
);
