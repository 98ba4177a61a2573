/** The kernels that index, sort, search and accumulate. */
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
}
