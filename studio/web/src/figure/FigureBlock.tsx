import { Component, type ReactNode, useEffect, useState } from "react";
import type { AnyFigure } from "./anyFigure";
import { FigureView } from "./FigureView";
import "./figure.css";

interface FigureBlockProps {
  /** URL of the module whose default export is the figure. */
  readonly module: string;
  readonly title: string;
}

/** Fetches a figure's module and shows it; room is kept while it comes. */
export function FigureBlock({ module, title }: FigureBlockProps) {
  const [figure, setFigure] = useState<AnyFigure>();
  const [failure, setFailure] = useState<string>();
  useEffect(() => {
    let current = true;
    import(/* @vite-ignore */ module)
      .then((loaded: { default: AnyFigure }) => current && setFigure(loaded.default))
      .catch((error: unknown) => current && setFailure(messageOf(error)));
    return () => {
      current = false;
    };
  }, [module]);

  if (failure !== undefined) return <FigureFailure title={title} message={failure} />;
  if (!figure) {
    return <figure className="figure wide figure-waiting" aria-label={title} aria-busy="true" />;
  }
  return (
    <FigureGuard title={title}>
      <FigureView figure={figure} />
    </FigureGuard>
  );
}

/** A figure that throws takes only itself away, not the lesson. */
class FigureGuard extends Component<
  { readonly title: string; readonly children: ReactNode },
  { readonly message?: string }
> {
  override state: { readonly message?: string } = {};

  static getDerivedStateFromError(error: unknown) {
    return { message: messageOf(error) };
  }

  override render() {
    const { message } = this.state;
    if (message === undefined) return this.props.children;
    return <FigureFailure title={this.props.title} message={message} />;
  }
}

function FigureFailure({ title, message }: { readonly title: string; readonly message: string }) {
  return (
    <figure className="figure wide figure-failed">
      <figcaption>
        <strong>{title}</strong> could not be shown: {message}
      </figcaption>
    </figure>
  );
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
