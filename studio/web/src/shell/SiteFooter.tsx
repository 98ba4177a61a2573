import { Link } from "@tanstack/react-router";

export function SiteFooter() {
  return (
    <footer className="site-footer">
      <p>
        Gradus runs on your machine: your code and your progress stay here.{" "}
        <Link to="/settings">Take your progress with you</Link>.
      </p>
    </footer>
  );
}
