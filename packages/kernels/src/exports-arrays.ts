/** The kernels that index, sort, search and accumulate, and the steps of dual problems. */
export interface ArrayKernels {
  takePlaces(
    size: number,
    outer: number,
    length: number,
    inner: number,
    n: number,
    places: number,
    x: number,
    out: number,
  ): void;
  putPlaces: ArrayKernels["takePlaces"];
  addPlaces(
    double: boolean,
    outer: number,
    length: number,
    inner: number,
    n: number,
    places: number,
    x: number,
    out: number,
  ): void;
  wholePlaces(
    double: boolean,
    rows: number,
    columns: number,
    limit: number,
    x: number,
    places: number,
    found: number,
  ): number;
  sortScratchBytes(n: number): number;
  sortRows(
    dtype: number,
    descending: boolean,
    rows: number,
    n: number,
    x: number,
    scratch: number,
    out: number,
  ): void;
  argsortRows: ArrayKernels["sortRows"];
  topRows(
    dtype: number,
    descending: boolean,
    rows: number,
    n: number,
    k: number,
    x: number,
    scratch: number,
    out: number,
  ): void;
  searchSorted(
    dtype: number,
    right: boolean,
    n: number,
    sorted: number,
    m: number,
    values: number,
    out: number,
  ): void;
  scan(
    op: number,
    double: boolean,
    outer: number,
    length: number,
    inner: number,
    x: number,
    out: number,
  ): void;
  scanPlaces(
    largest: boolean,
    dtype: number,
    outer: number,
    length: number,
    inner: number,
    x: number,
    out: number,
  ): void;
  /** @returns the place of the partner, or −1 */
  dualPartner(
    n: number,
    level: number,
    own: number,
    slope: number,
    noFall: number,
    diagonal: number,
    row: number,
    out: number,
  ): number;
  dualDescend(
    n: number,
    step: number,
    slope: number,
    noRise: number,
    noFall: number,
    first: number,
    second: number,
    out: number,
  ): number;
}
