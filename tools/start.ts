import { parseArgs } from "node:util";
import { runServer } from "@gradus/studio-server";
import open from "open";
import { build } from "./build/build";
import { siteDir } from "./build/paths";

// npm start [-- --no-open --data folder --port 4321]: builds what is out of date, serves the course on this
// machine, and opens it in the browser where a person sits at the terminal.

const { values } = parseArgs({
  options: {
    "no-open": { type: "boolean" },
    data: { type: "string" },
    port: { type: "string" },
  },
});

try {
  await build();
  process.exitCode = await runServer({
    siteDir,
    ...(values.data && { dataDir: values.data }),
    ...(values.port && { port: Number(values.port) }),
    onReady: openBrowser,
  });
  process.exit();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

/** The address is printed in any case, so a machine without a browser loses nothing. */
function openBrowser(url: string): void {
  if (values["no-open"] || !process.stdout.isTTY || process.env.CI) return;
  open(url)
    .then((child) => child.on("error", () => {}))
    .catch(() => {});
}
