/** The kernels that read text. */
export interface TextKernels {
  /**
   * Begins to read chunks of CSV text into columns, by the other threads if there are any; `assembly/csv.ts`
   * tells what a chunk's record holds. No memory that belongs to it may be touched before `finishCsvChunks`.
   *
   * @param kinds what each column holds: one byte of `CsvKind` each
   * @param words the words for a missing value: their number, their lengths as bits, 8 bytes each
   * @param size where the text ends; 64 bytes behind it may be read
   */
  beginCsvChunks(
    nChunks: number,
    chunks: number,
    nColumns: number,
    kinds: number,
    delimiter: number,
    words: number,
    size: number,
  ): void;

  /** Finishes what `beginCsvChunks` began, this thread taking part. */
  finishCsvChunks(): void;
}
