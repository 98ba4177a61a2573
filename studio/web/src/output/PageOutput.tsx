import { useTheme } from "../shell/theme";

interface PageOutputProps {
  readonly title: string;
  readonly html: string;
}

/** A page that a program made, such as a report, in a frame without scripts, forms and links to us. */
export function PageOutput({ title, html }: PageOutputProps) {
  const theme = useTheme();
  // A page that knows both looks takes the one that the reader chose here.
  const themed = html.replace("<html", `<html data-theme="${theme}"`);
  return (
    <div className="output-page">
      <iframe title={title} srcDoc={themed} sandbox="" />
    </div>
  );
}
