import { useQueryClient } from "@tanstack/react-query";
import { Download, Upload } from "lucide-react";
import { useRef, useState } from "react";
import { errorMessage } from "../data/fetchJson";
import { forgetMirror } from "../progress/mirror";

type TransferState =
  | { readonly kind: "idle" }
  | { readonly kind: "working" }
  | { readonly kind: "done"; readonly file: string }
  | { readonly kind: "failed"; readonly message: string };

/** Progress as one file, out and in. */
export function ProgressTransfer() {
  const queryClient = useQueryClient();
  const input = useRef<HTMLInputElement>(null);
  const [state, setState] = useState<TransferState>({ kind: "idle" });

  async function importFile(file: File) {
    setState({ kind: "working" });
    try {
      await sendProgress(file);
      forgetMirror();
      await queryClient.invalidateQueries({ queryKey: ["progress"] });
      setState({ kind: "done", file: file.name });
    } catch (error) {
      setState({ kind: "failed", message: error instanceof Error ? error.message : String(error) });
    }
  }

  return (
    <section className="settings-section" aria-labelledby="progress">
      <h2 id="progress">Your progress</h2>
      <p>
        Code, answers and results are kept by Gradus on this machine. Take them with you as one
        file; reading a file back replaces what is here for the topics in it.
      </p>
      <div className="settings-actions">
        <a className="button" href="/api/export" download="gradus-progress.json">
          <Download size={16} aria-hidden="true" />
          Export to a file
        </a>
        <button
          type="button"
          className="button"
          disabled={state.kind === "working"}
          onClick={() => input.current?.click()}
        >
          <Upload size={16} aria-hidden="true" />
          Import from a file
        </button>
        <input
          ref={input}
          type="file"
          accept="application/json,.json"
          hidden
          aria-label="File with exported progress"
          onChange={(event) => {
            const file = event.target.files?.[0];
            event.target.value = "";
            if (file) void importFile(file);
          }}
        />
      </div>
      <p className={state.kind === "failed" ? "settings-failed" : "settings-result"} role="status">
        {state.kind === "done" && `Imported ${state.file}.`}
        {state.kind === "failed" && `Nothing was imported: ${state.message}`}
      </p>
    </section>
  );
}

async function sendProgress(file: File): Promise<void> {
  const text = await file.text();
  try {
    JSON.parse(text);
  } catch {
    throw new Error(`${file.name} is not a progress file: it does not hold JSON.`);
  }
  const response = await fetch("/api/import", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: text,
  });
  if (!response.ok) throw new Error(await errorMessage(response));
}
