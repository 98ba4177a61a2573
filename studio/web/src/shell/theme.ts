import { useSyncExternalStore } from "react";

export type ThemeChoice = "auto" | "light" | "dark";
export type Theme = "light" | "dark";

const KEY = "gradus:theme";
const listeners = new Set<() => void>();
const darkSystem =
  typeof matchMedia === "undefined" ? undefined : matchMedia("(prefers-color-scheme: dark)");
darkSystem?.addEventListener("change", notify);

/** What the reader chose; "auto" follows the system. */
export function useThemeChoice(): ThemeChoice {
  return useSyncExternalStore(subscribe, readChoice);
}

/** The theme that is showing. */
export function useTheme(): Theme {
  return useSyncExternalStore(subscribe, currentTheme);
}

/** Shows a theme and remembers it; `public/theme.js` reads the same key before the first paint. */
export function chooseTheme(choice: ThemeChoice): void {
  if (choice === "auto") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = choice;
  try {
    if (choice === "auto") localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, choice);
  } catch {
    // Without storage the choice lasts as long as the page.
  }
  notify();
}

function readChoice(): ThemeChoice {
  const chosen = document.documentElement.dataset.theme;
  return chosen === "light" || chosen === "dark" ? chosen : "auto";
}

function currentTheme(): Theme {
  const choice = readChoice();
  if (choice !== "auto") return choice;
  return darkSystem?.matches ? "dark" : "light";
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function notify(): void {
  for (const listener of listeners) listener();
}
