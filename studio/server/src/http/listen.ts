import type { Server } from "node:http";
import type { AddressInfo } from "node:net";

/** How many ports after the preferred one are tried before any free port is taken. */
const NEIGHBOURS = 10;

/**
 * Listens on 127.0.0.1: on the preferred port, on one of the next ones if it is taken, else on any that is
 * free.
 *
 * @returns the port
 */
export async function listenLocally(server: Server, preferred: number): Promise<number> {
  const candidates =
    preferred === 0
      ? [0]
      : [...Array.from({ length: NEIGHBOURS + 1 }, (_, i) => preferred + i), 0].filter(
          (port) => port <= 65_535,
        );
  for (const port of candidates) {
    const found = await tryPort(server, port);
    if (found !== null) return found;
  }
  throw new Error("listenLocally: expected a free port on 127.0.0.1, got none");
}

function tryPort(server: Server, port: number): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const onError = (error: NodeJS.ErrnoException) => {
      server.off("listening", onListening);
      // EACCES: a privileged port, or one that Windows has reserved.
      if (error.code === "EADDRINUSE" || error.code === "EACCES") resolve(null);
      else reject(error);
    };
    const onListening = () => {
      server.off("error", onError);
      resolve((server.address() as AddressInfo).port);
    };
    server.once("error", onError);
    server.once("listening", onListening);
    server.listen(port, "127.0.0.1");
  });
}
