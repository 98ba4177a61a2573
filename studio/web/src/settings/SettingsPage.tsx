import { useQuery } from "@tanstack/react-query";
import { statusQuery } from "../data/queries";
import { usePageTitle } from "../shell/usePageTitle";
import { ProgressTransfer } from "./ProgressTransfer";
import { ThemeChooser } from "./ThemeChooser";
import "./settings.css";

export function SettingsPage() {
  usePageTitle("Settings");
  const { data: status } = useQuery(statusQuery);
  return (
    <div className="page settings">
      <h1>Settings</h1>
      <ThemeChooser />
      <ProgressTransfer />
      {status && <p className="settings-version">Gradus {status.version}</p>}
    </div>
  );
}
