/** Random numbers in bulk. */
export interface RandomKernels {
  philoxBlocks(
    key0: number,
    key1: number,
    stream: number,
    first: number,
    count: number,
    out: number,
  ): void;
  uniformNumbers(n: number, words: number, out: number): void;
  /** `counts` receives how many pairs were made and how many words were used (i32). */
  normalPairs(pairs: number, words: number, count: number, out: number, counts: number): void;
}
