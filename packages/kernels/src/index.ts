export type { KernelExports } from "./exports";
export type { KernelBuild } from "./instantiate";
export { type Heap, heap } from "./memory/heap";
export { inScope } from "./memory/scope";
export { configureMemory, type MemoryOptions } from "./memory/settings";
export { type MemoryStats, memoryStats } from "./memory/stats";
export type { Storage } from "./memory/storage";
export { BinaryKernel, CompareKernel, DTypeCode, ReduceKernel, UnaryKernel } from "./op-codes";
