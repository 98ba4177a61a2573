// #region from-scratch
/** Mean and spread of a stream of pairs, in one pass and without storing them (Welford, 1962). */
class Running {
  n = 0;
  meanX = 0;
  meanY = 0;
  #xx = 0;
  #yy = 0;
  #xy = 0;

  push(x: number, y: number): void {
    this.n++;
    const [dx, dy] = [x - this.meanX, y - this.meanY]; // from the old means
    this.meanX += dx / this.n;
    this.meanY += dy / this.n;
    this.#xx += dx * (x - this.meanX); // old distance times new distance
    this.#yy += dy * (y - this.meanY);
    this.#xy += dx * (y - this.meanY);
  }

  variance(ddof = 0): number {
    return this.#xx / (this.n - ddof);
  }

  covariance(ddof = 0): number {
    return this.#xy / (this.n - ddof);
  }

  correlation(): number {
    return this.#xy / Math.sqrt(this.#xx * this.#yy);
  }
}

const kilobytes = [12, 40, 25, 90, 61, 33];
const milliseconds = [31, 70, 42, 118, 96, 60];

const running = new Running();
for (const [i, size] of kilobytes.entries()) running.push(size, milliseconds[i]!);
console.log("mean", running.meanX);
console.log("variance", running.variance(), "and with n − 1", running.variance(1));
console.log("covariance", running.covariance(1));
console.log("correlation", running.correlation());

// #endregion

// #region library
import { corrcoef, cov, tensor } from "@gradus/tensor";

const x = tensor(kilobytes);
const pairs = tensor([kilobytes, milliseconds]);
console.log("mean", x.mean().item());
console.log(
  "variance",
  x.variance().item(),
  "and with n − 1",
  x.variance(undefined, { ddof: 1 }).item(),
);
console.log("covariance", cov(pairs).toArray<number[][]>()[0]![1]);
console.log("correlation", corrcoef(pairs).toArray<number[][]>()[0]![1]);
// #endregion

// #region timestamps
const start = 1_780_000_000_000; // Date.now() on a day in 2026, in ms
const arrivals = [0, 12, 7, 31, 18, 25, 4, 40].map((ms) => start + ms);

const meanOf = (values: readonly number[]) => values.reduce((a, b) => a + b) / values.length;
const shortcut = meanOf(arrivals.map((t) => t ** 2)) - meanOf(arrivals) ** 2;

console.log("E[X²] − μ²:", shortcut, "ms²");
console.log("a spread of", (Math.sqrt(Math.abs(shortcut)) / 1000).toFixed(1), "seconds?");
// #endregion

// #region repaired
const stream = new Running();
for (const t of arrivals) stream.push(t, t);
console.log("one pass, from the running mean:", stream.variance(), "ms²");
console.log("library:", tensor(arrivals).variance().item(), "ms²");
// #endregion
