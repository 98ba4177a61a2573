export { type RunOptions, runServer } from "./run-server";
export { DEFAULT_PORT, type RunningServer, type ServerOptions, startServer } from "./server";
export { defaultDataDir } from "./storage/data-folder";
