/** Whether a list is in the last of its orders: it never rises. */
export function isLastOrder(order: Int32Array): boolean {
  return order.every((entry, i) => i === 0 || order[i - 1]! >= entry);
}

/** Puts a list that is not in its last order into the lexicographically next; equal entries count as one. */
export function nextOrder(order: Int32Array): void {
  let i = order.length - 2;
  while (order[i]! >= order[i + 1]!) i--;
  let j = order.length - 1;
  while (order[j]! <= order[i]!) j--;
  [order[i], order[j]] = [order[j]!, order[i]!];
  order.subarray(i + 1).reverse();
}
