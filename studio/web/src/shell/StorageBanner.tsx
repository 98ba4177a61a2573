import { useQuery } from "@tanstack/react-query";
import { TriangleAlert } from "lucide-react";
import { statusQuery } from "../data/queries";

/** Says, as long as it is so, that progress will not outlive the server. */
export function StorageBanner() {
  const { data } = useQuery(statusQuery);
  if (data?.storage !== "memory") return null;
  return (
    <div className="storage-banner" role="status">
      <TriangleAlert size={18} aria-hidden="true" />
      <p>
        <strong>Progress is not kept on disk.</strong>{" "}
        {data.message ??
          "The server could not use its data folder, so it remembers only until it stops."}{" "}
        Your code is still copied in this browser.
      </p>
    </div>
  );
}
