import { parseArgs } from "node:util";
import { runServer } from "@gradus/studio-server";
import open from "open";
import { build } from "./build/build";
import { siteDir } from "./build/paths";

// npm start [-- --no-open --data folder --port 4321]: builds what is out of date, serves the course on this
// machine, and opens it in the browser where a person sits at the terminal.

const USAGE = "npm start [-- --no-open --data <folder> --port <number>]";

const values = readOptions();
if (values.help) {
  console.log(USAGE);
  process.exit();
}

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

/** What was asked for; an option that there is not ends the program with those that there are. */
function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        help: { type: "boolean", short: "h" },
        "no-open": { type: "boolean" },
        data: { type: "string" },
        port: { type: "string" },
      },
    });
    if (values.port !== undefined && !(/^\d+$/.test(values.port) && Number(values.port) < 65_536)) {
      throw new Error(`--port must be a whole number below 65536, got "${values.port}"`);
    }
    return values;
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n${USAGE}`);
    process.exit(1);
  }
}
