import type { TypeInfo } from "./protocol";

/** A type in code and its docstring in words, for a tooltip. */
export function renderInfo({ signature, documentation }: TypeInfo): HTMLElement {
  const node = document.createElement("div");
  node.className = "type-info";
  const code = node.appendChild(document.createElement("code"));
  code.textContent = signature;
  if (documentation) {
    const text = node.appendChild(document.createElement("p"));
    text.textContent = documentation;
  }
  return node;
}
