export { cast } from "./cast";
export { compareNd, compareRow } from "./compare";
export { copyNd, fill, select } from "./copy";
export { beginCsvChunks, finishCsvChunks } from "./csv";
export { dualDescend, dualPartner } from "./dual-steps";
export { binaryNd, binaryRow, unary } from "./elementwise";
export { gemm, gemmScratchBytes } from "./gemm";
export { smallGemm } from "./gemm-small";
export * from "./linalg";
export {
  controlBytes,
  failThread,
  helperThreads,
  joinThreads,
  serveThreads,
  setActiveThreads,
} from "./parallel";
export * from "./networks";
export { addPlaces, putPlaces, takePlaces, wholePlaces } from "./places";
export { anyOrAll, argReduce, reduce } from "./reduce";
export { scan, scanPlaces } from "./scan";
export { searchSorted } from "./search";
export { argsortRows, sortRows, sortScratchBytes, topRows } from "./sort";
export { sum } from "./sum";

/** The first byte behind the kernels' own constants: the heap begins there. */
export function heapBase(): usize {
  return __heap_base;
}
export { normalPairs, philoxBlocks, uniformNumbers } from "./random";
