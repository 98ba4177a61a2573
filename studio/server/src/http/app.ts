import { Hono } from "hono";
import { type ApiOptions, createApi } from "./api";
import { errorResponse } from "./errors";
import { localOnly, securityHeaders } from "./security";
import { staticFiles } from "./static-files";

export interface AppOptions extends ApiOptions {
  /** Folder of the built site. */
  readonly siteDir: string;
  /** The port that the server listens on. */
  readonly port: () => number;
}

/** The whole server as one function from request to response. */
export function createApp({ siteDir, port, ...api }: AppOptions): Hono {
  const app = new Hono();
  app.use(securityHeaders());
  app.use(localOnly(port));
  app.route("/api", createApi(api));
  app.all("/api/*", (c) => errorResponse(c, 404, "not_found", `no ${c.req.method} ${c.req.path}`));
  app.all("*", staticFiles(siteDir));
  return app;
}
