/** What an editor asks about: the whole file, of which the learner sees the part after the context. */
export interface FileRequest {
  readonly path: string;
  readonly text: string;
}

export interface PositionRequest extends FileRequest {
  /** Offset into the text. */
  readonly position: number;
}

export interface TypeDiagnostic {
  readonly from: number;
  readonly to: number;
  readonly severity: "error" | "warning" | "info";
  readonly message: string;
}

export interface TypeCompletion {
  readonly label: string;
  readonly type?: string;
  readonly boost?: number;
}

export interface TypeCompletions {
  /** Where the word begins that a completion replaces. */
  readonly from: number;
  readonly options: readonly TypeCompletion[];
}

/** A name's type and what its docstring says. */
export interface TypeInfo {
  readonly signature: string;
  readonly documentation: string;
}

export interface TypeHover extends TypeInfo {
  readonly from: number;
  readonly to: number;
}

/** The worker's side of the editor. */
export interface TypeScriptService {
  diagnostics(request: FileRequest): Promise<readonly TypeDiagnostic[]>;
  completions(request: PositionRequest & { explicit: boolean }): Promise<TypeCompletions | null>;
  details(request: PositionRequest & { name: string }): Promise<TypeInfo | null>;
  hover(request: PositionRequest): Promise<TypeHover | null>;
}
