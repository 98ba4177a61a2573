import { builtinEnvironments, type Environment } from "vitest/runtime";
import { closeEverything } from "./end-of-process";

/** Vitest's environment of Node, and an end: Vitest has no other hook for it in the processes that run tests. */
const environment: Environment = {
  name: "until-the-end",
  viteEnvironment: "ssr",
  async setup(global, options) {
    const node = await builtinEnvironments.node.setup(global, options);
    return {
      async teardown(global) {
        await closeEverything();
        await node.teardown(global);
      },
    };
  },
};

export default environment;
