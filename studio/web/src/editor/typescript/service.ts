import type { VirtualTypeScriptEnvironment } from "@typescript/vfs";
import { getAutocompletion, getHover } from "@valtown/codemirror-ts/worker";
import ts from "typescript";
import type {
  FileRequest,
  PositionRequest,
  TypeCompletions,
  TypeDiagnostic,
  TypeHover,
  TypeInfo,
  TypeScriptService,
} from "./protocol";

/** Answers the editor's questions from a TypeScript environment. */
export function createService(env: VirtualTypeScriptEnvironment): TypeScriptService {
  const sync = ({ path, text }: FileRequest) => {
    const file = env.getSourceFile(path);
    // TypeScript cannot make a file without any text.
    if (!file) env.createFile(path, text || "\n");
    else if (file.text !== text) env.updateFile(path, text || "\n");
  };

  return {
    async diagnostics(request: FileRequest): Promise<readonly TypeDiagnostic[]> {
      sync(request);
      const { languageService } = env;
      return [
        ...languageService.getSyntacticDiagnostics(request.path),
        ...languageService.getSemanticDiagnostics(request.path),
      ].flatMap(toDiagnostic);
    },

    async completions(request): Promise<TypeCompletions | null> {
      sync(request);
      const { path, position: pos, explicit } = request;
      const found = await getAutocompletion({ env, path, context: { pos, explicit } });
      if (!found) return null;
      return {
        from: found.from,
        options: found.options.map(({ label, type, boost }) => ({
          label,
          ...(type !== undefined && { type }),
          ...(boost !== undefined && { boost }),
        })),
      };
    },

    async details(request): Promise<TypeInfo | null> {
      sync(request);
      const { path, position, name } = request;
      const details = env.languageService.getCompletionEntryDetails(
        path,
        position,
        name,
        undefined,
        undefined,
        undefined,
        undefined,
      );
      return details ? toInfo(details) : null;
    },

    async hover(request: PositionRequest): Promise<TypeHover | null> {
      sync(request);
      const found = getHover({ env, path: request.path, pos: request.position });
      if (!found?.quickInfo) return null;
      return { from: found.start, to: found.end, ...toInfo(found.quickInfo) };
    },
  };
}

function toInfo(info: ts.QuickInfo | ts.CompletionEntryDetails): TypeInfo {
  return {
    signature: ts.displayPartsToString(info.displayParts),
    documentation: ts.displayPartsToString(info.documentation),
  };
}

function toDiagnostic(diagnostic: ts.Diagnostic): TypeDiagnostic[] {
  const { start, length, category, messageText } = diagnostic;
  if (start === undefined || length === undefined) return [];
  return [
    {
      from: start,
      to: start + length,
      severity: category === ts.DiagnosticCategory.Error ? "error" : "info",
      message: ts.flattenDiagnosticMessageText(messageText, "\n"),
    },
  ];
}
