import { Link } from "@tanstack/react-router";
import { Notice } from "./Notice";
import { usePageTitle } from "./usePageTitle";

export function NotFound() {
  usePageTitle("Not found");
  return (
    <Notice
      title="There is no such page"
      action={
        <Link to="/" className="button">
          Go to the course
        </Link>
      }
    >
      <p>
        The address may be misspelt, or the page has moved. Everything that exists is listed on the{" "}
        <Link to="/roadmap">roadmap</Link>.
      </p>
    </Notice>
  );
}
