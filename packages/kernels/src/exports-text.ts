/** The kernels that read text. */
export interface TextKernels {
  /**
   * Reads chunks of CSV text into columns; `assembly/csv.ts` tells what a chunk's record holds.
   *
   * @param kinds what each column holds: one byte of `CsvKind` each
   * @param words the words for a missing value: their number, their lengths as bits, 8 bytes each
   * @param size where the text ends; 64 bytes behind it may be read
   */
  readCsvChunks(
    nChunks: number,
    chunks: number,
    nColumns: number,
    kinds: number,
    delimiter: number,
    words: number,
    size: number,
  ): void;
}
