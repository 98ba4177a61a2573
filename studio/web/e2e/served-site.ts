import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type RunningServer, startServer } from "../../server/src/index";
import type { ProgressSummary } from "../../server/src/progress/schemas";

/** A server for a site, with progress of its own. */
export class ServedSite {
  readonly #siteDir: string;
  #dataDir = "";
  #server: RunningServer | undefined;

  private constructor(siteDir: string) {
    this.#siteDir = siteDir;
  }

  /** Starts a server for the site in a folder. */
  static async start(siteDir: string): Promise<ServedSite> {
    const site = new ServedSite(siteDir);
    await site.#start(0);
    return site;
  }

  get url(): string {
    return this.#server!.url;
  }

  async #start(port: number): Promise<void> {
    this.#dataDir = await mkdtemp(join(tmpdir(), "gradus-e2e-"));
    const options = { siteDir: this.#siteDir, dataDir: this.#dataDir, log: () => undefined };
    this.#server = await startServer({ ...options, port });
    await this.#server.ready;
  }

  async close(): Promise<void> {
    await this.#server?.close();
    await rm(this.#dataDir, { recursive: true, force: true });
  }

  /** Forgets the code of a topic. */
  async forgetCode(topic: string): Promise<void> {
    const progress = `${this.url}/api/progress/${topic}`;
    const { code } = (await (await fetch(progress)).json()) as { code: Record<string, string> };
    for (const key of Object.keys(code)) {
      await fetch(`${progress}/code/${encodeURIComponent(key)}`, { method: "DELETE" });
    }
  }

  /** Forgets everything. Nobody can take answers back, so where there are some a server begins anew. */
  async forgetProgress(): Promise<void> {
    for (const topic of await this.#topicsSeen()) await this.forgetCode(topic);
    if ((await this.#topicsSeen()).length === 0) return;
    // The same address: the browser goes on with the files that it has loaded.
    const { port } = new URL(this.url);
    await this.close();
    await this.#start(Number(port));
  }

  async #topicsSeen(): Promise<string[]> {
    const response = await fetch(`${this.url}/api/progress`);
    const { topics } = (await response.json()) as ProgressSummary;
    return Object.keys(topics);
  }
}
