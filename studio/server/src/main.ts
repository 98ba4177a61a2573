import { parseArgs } from "node:util";
import { runServer } from "./run-server";

// node tools/run.mjs studio/server/src/main.ts --site dist/site [--data folder] [--port 4321]
const { values } = parseArgs({
  options: {
    site: { type: "string", default: "dist/site" },
    data: { type: "string" },
    port: { type: "string" },
  },
});
process.exit(
  await runServer({
    siteDir: values.site,
    ...(values.data && { dataDir: values.data }),
    ...(values.port && { port: Number(values.port) }),
  }),
);
