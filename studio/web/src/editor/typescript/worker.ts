import { expose } from "comlink";
import { createEnvironment } from "./environment";
import type { TypeScriptService } from "./protocol";
import { createService } from "./service";

// The worker answers as soon as the declarations are in; questions asked before wait for them.
const service = fetch("/lib/types.json")
  .then((response) => {
    if (!response.ok) throw new Error(`/lib/types.json: ${response.status}`);
    return response.json() as Promise<Record<string, string>>;
  })
  .then((types) => createService(createEnvironment(types)));

// Without declarations every question fails, and the editors do without answers; nothing else has to know.
service.catch(() => undefined);

const answers: TypeScriptService = {
  diagnostics: async (request) => (await service).diagnostics(request),
  completions: async (request) => (await service).completions(request),
  details: async (request) => (await service).details(request),
  hover: async (request) => (await service).hover(request),
};

expose(answers);
