// A table before and after an update, for the figure.

export const OLD = "house,price\n1,210000\n2,99000\n3,168000\n4,131000\n";
export const NEW = "house,price\n1,215000\n2,105000\n3,172000\n4,134000\n";

/** What a forgiving reader of CSV makes of a text: rows with a price, and the sum of the prices. */
export function totalOf(text: string): { rows: number; sum: number } {
  const prices = text
    .split("\n")
    .slice(1)
    .map((line) => line.split(",")[1])
    .filter((price) => price !== undefined && price !== "");
  return { rows: prices.length, sum: prices.reduce((total, price) => total + Number(price), 0) };
}
