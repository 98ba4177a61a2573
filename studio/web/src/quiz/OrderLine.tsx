import type { ReactNode } from "react";

interface OrderLineProps {
  readonly line: string;
  readonly place: number;
  readonly children: ReactNode;
}

export function OrderLine({ line, place, children }: OrderLineProps) {
  return (
    <li className="order-line">
      <span className="order-place">{place}</span>
      <code>{line}</code>
      <span className="order-buttons">{children}</span>
    </li>
  );
}
