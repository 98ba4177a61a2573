import { ArrowDown, ArrowUp } from "lucide-react";
import { useState } from "react";
import type { AnswerFieldProps } from "./answers";
import { OrderLine } from "./OrderLine";

/** Lines that move up and down by buttons; what moved is said aloud. */
export function OrderAnswer(props: AnswerFieldProps<"order">) {
  const { answer, onChange, judged, labelledBy } = props;
  const lines = answer as readonly string[];
  const [said, setSaid] = useState("");

  function move(from: number, to: number) {
    const next = [...lines];
    [next[from], next[to]] = [next[to]!, next[from]!];
    onChange(next);
    setSaid(`Line moved to place ${to + 1} of ${lines.length}`);
  }

  return (
    <div className="order">
      <ol className="order-lines" aria-labelledby={labelledBy}>
        {lines.map((line, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the place keeps the focus while lines pass through it
          <OrderLine key={i} line={line} place={i + 1}>
            {!judged && (
              <>
                <button
                  type="button"
                  className="order-button"
                  aria-disabled={i === 0}
                  aria-label={`Move line ${i + 1} up`}
                  onClick={(event) => {
                    if (i === 0) return;
                    move(i, i - 1);
                    focusNeighbour(event.currentTarget, "previousElementSibling", 0);
                  }}
                >
                  <ArrowUp size={16} aria-hidden="true" />
                </button>
                <button
                  type="button"
                  className="order-button"
                  aria-disabled={i === lines.length - 1}
                  aria-label={`Move line ${i + 1} down`}
                  onClick={(event) => {
                    if (i === lines.length - 1) return;
                    move(i, i + 1);
                    focusNeighbour(event.currentTarget, "nextElementSibling", 1);
                  }}
                >
                  <ArrowDown size={16} aria-hidden="true" />
                </button>
              </>
            )}
          </OrderLine>
        ))}
      </ol>
      <p className="visually-hidden" role="status">
        {said}
      </p>
    </div>
  );
}

/** The focus goes with the line, so that it can be moved on by the same key. */
function focusNeighbour(
  button: HTMLElement,
  side: "previousElementSibling" | "nextElementSibling",
  which: number,
): void {
  const neighbour = button.closest("li")?.[side];
  neighbour?.querySelectorAll("button")[which]?.focus();
}
