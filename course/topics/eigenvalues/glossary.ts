// Twenty entries of MDN's glossary and the links among them, for the figure of readers. demos/pages.ts has the same list.

/** For each page, the pages that it links to. */
export const links: Readonly<Record<string, readonly string[]>> = {
  API: ["URL"],
  Browser: ["Hyperlink", "User agent", "Web"],
  CSS: ["Browser", "HTML", "JavaScript"],
  DOM: ["API", "Browser", "HTML", "Web"],
  "Domain name": ["Internet", "URL"],
  HTML: ["Browser", "Server", "W3C", "Web"],
  HTTP: ["Protocol", "TLS", "URI", "Web"],
  HTTPS: ["HTTP", "TLS"],
  Hyperlink: [],
  Internet: ["Protocol", "TCP"],
  JavaScript: ["API", "DOM", "HTTP", "Server"],
  Protocol: ["TCP"],
  Server: ["API", "HTML", "Protocol"],
  TCP: ["Protocol"],
  TLS: ["HTTPS", "Protocol"],
  URI: ["URL"],
  URL: ["Browser", "Domain name", "HTTP"],
  "User agent": ["Browser", "HTTP", "JavaScript", "Web"],
  W3C: ["Web"],
  Web: ["Browser", "HTML", "HTTP", "Hyperlink", "Internet", "Server", "URI", "URL", "W3C"],
};

export const pages: readonly string[] = Object.keys(links);

/** The share of all readers on each page, in the order of `pages`. */
export type Readers = readonly number[];

/** Where readers are after one more click: `follow` of them take a link, the others open any page. */
export function click(
  readers: Readers,
  follow: number,
  graph: Readonly<Record<string, readonly string[]>> = links,
): Readers {
  const n = pages.length;
  const next = new Array<number>(n).fill((1 - follow) / n);
  pages.forEach((page, from) => {
    const targets = graph[page]!.length > 0 ? graph[page]! : pages;
    for (const to of targets) {
      next[pages.indexOf(to)]! += (follow * readers[from]!) / targets.length;
    }
  });
  return next;
}

/** Readers on every page alike. */
export const everywhere: Readers = pages.map(() => 1 / pages.length);

/** How far apart two states are: the shares that would have to move, counted twice. */
export function apart(a: Readers, b: Readers): number {
  return a.reduce((sum, share, i) => sum + Math.abs(share - b[i]!), 0);
}
