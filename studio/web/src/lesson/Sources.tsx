import type { Source } from "@gradus/course-kit";

export function Sources({ sources }: { readonly sources: readonly Source[] }) {
  if (sources.length === 0) return null;
  return (
    <section className="sources" aria-labelledby="sources">
      <h2 id="sources">Sources</h2>
      <ol>
        {sources.map((source) => (
          <li key={source.title}>
            {source.authors} ({source.year}).{" "}
            {source.url ? <a href={source.url}>{source.title}</a> : <cite>{source.title}</cite>}.
          </li>
        ))}
      </ol>
    </section>
  );
}
