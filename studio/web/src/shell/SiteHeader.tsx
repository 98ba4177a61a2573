import { Link } from "@tanstack/react-router";
import { Mark } from "./Mark";

export function SiteHeader() {
  return (
    <header className="site-header">
      <Link to="/" className="wordmark">
        <Mark />
        Gradus
      </Link>
      <nav aria-label="Site">
        <Link to="/" activeOptions={{ exact: true }}>
          Course
        </Link>
        <Link to="/roadmap">Roadmap</Link>
        <Link to="/settings">Settings</Link>
      </nav>
    </header>
  );
}
