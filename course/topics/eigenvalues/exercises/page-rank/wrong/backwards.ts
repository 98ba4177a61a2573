/** The share of the readers on each page, after some clicks from everywhere alike. */
export function pageRank(links: number[][], follow: number, clicks: number): number[] {
  const n = links.length;
  const everyPage = links.map((_, page) => page);
  let readers = links.map(() => 1 / n);
  for (let click = 0; click < clicks; click++) {
    const next = links.map(() => (1 - follow) / n);
    links.forEach((_, page) => {
      const sources = everyPage.filter((from) => links[from]!.includes(page));
      const targets = sources.length > 0 ? sources : everyPage;
      for (const target of targets) next[target]! += (follow * readers[page]!) / targets.length;
    });
    readers = next;
  }
  return readers;
}
