/** The share of the readers on each page, after some clicks from everywhere alike. */
export function pageRank(links: number[][], follow: number, clicks: number): number[] {
  const n = links.length;
  let readers = links.map(() => 1 / n);
  for (let click = 0; click < clicks; click++) {
    const next = links.map(() => (1 - follow) / n);
    links.forEach((list, page) => {
      const targets = list;
      for (const target of targets) next[target]! += (follow * readers[page]!) / targets.length;
    });
    readers = next;
  }
  return readers;
}
