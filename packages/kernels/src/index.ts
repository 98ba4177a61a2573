export { chosenBuild, type KernelBuild, type KernelChoice, setKernelBuild } from "./build";
export type { KernelExports } from "./exports";
export { type Heap, heap } from "./memory/heap";
export { inScope } from "./memory/scope";
export { configureMemory, type MemoryOptions } from "./memory/settings";
export { type MemoryStats, memoryStats } from "./memory/stats";
export type { Storage } from "./memory/storage";
export {
  BinaryKernel,
  CompareKernel,
  CsvKind,
  DTypeCode,
  ReduceKernel,
  UnaryKernel,
} from "./op-codes";
export { getNumThreads, setNumThreads } from "./threads/settings";
export { type ThreadStats, threadStats } from "./threads/stats";
