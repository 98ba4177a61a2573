// Starts store-thread.ts in a worker thread: loaders of TypeScript are not inherited by threads.
import { register } from "tsx/esm/api";

register();
await import("./store-thread.ts");
