/** The share of the readers on each page, after some clicks from everywhere alike. */
export function pageRank(links: number[][], _follow: number, clicks: number): number[] {
  const n = links.length;
  const everyPage = links.map((_, page) => page);
  let readers = links.map(() => 1 / n);
  for (let click = 0; click < clicks; click++) {
    const next = links.map(() => 0);
    links.forEach((list, page) => {
      const targets = list.length > 0 ? list : everyPage;
      for (const target of targets) next[target]! += readers[page]! / targets.length;
    });
    readers = next;
  }
  return readers;
}
