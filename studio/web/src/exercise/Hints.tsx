import { Html } from "../lesson/Html";

/** The hints shown so far; a new one is read out. */
export function Hints({ hints }: { readonly hints: readonly string[] }) {
  return (
    <ol className="hints" aria-live="polite">
      {hints.map((hint) => (
        <li key={hint}>
          <Html html={hint} className="prose hint-text" />
        </li>
      ))}
    </ol>
  );
}
