import { Check, CloudOff } from "lucide-react";
import { useTopic } from "./useTopic";
import "./progress.css";

/** Whether what the learner did is on disk. */
export function SaveStatus() {
  const save = useTopic((snapshot) => snapshot.save);
  return (
    <p className={`save-status save-${save.kind}`} role="status">
      {save.kind === "saved" && (
        <>
          <Check size={14} aria-hidden="true" /> Saved
        </>
      )}
      {save.kind === "saving" && "Saving…"}
      {save.kind === "failed" && (
        <>
          <CloudOff size={14} aria-hidden="true" /> Not saved: {save.message}. This browser keeps a
          copy and tries again.
        </>
      )}
    </p>
  );
}
