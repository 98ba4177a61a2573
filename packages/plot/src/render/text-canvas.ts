type Place = (value: number) => number;

/** The bit of each of the 2 × 4 dots of a braille character, by column and row. */
const DOTS = [
  [0x01, 0x02, 0x04, 0x40],
  [0x08, 0x10, 0x20, 0x80],
] as const;

/** A rectangle of characters to draw on; positions are shares of the width and of the height from the top. */
export class TextCanvas {
  readonly px: Place;
  readonly py: Place;
  readonly #columns: number;
  readonly #rows: number;
  readonly #dots: Uint8Array;
  readonly #letters: (string | undefined)[];

  constructor(columns: number, rows: number, px: Place, py: Place) {
    this.#columns = columns;
    this.#rows = rows;
    this.px = px;
    this.py = py;
    this.#dots = new Uint8Array(columns * rows);
    this.#letters = new Array<string | undefined>(columns * rows);
  }

  /** One dot; outside of the frame nothing. */
  dot(x: number, y: number): void {
    this.#set(this.#fine(this.px(x), 2 * this.#columns), this.#fine(this.py(y), 4 * this.#rows));
  }

  /** A straight line of dots. */
  segment(from: readonly [number, number], to: readonly [number, number]): void {
    const [width, height] = [2 * this.#columns, 4 * this.#rows];
    const [x1, y1] = [this.px(from[0]) * width, this.py(from[1]) * height];
    const [x2, y2] = [this.px(to[0]) * width, this.py(to[1]) * height];
    const longest = Math.max(Math.abs(x2 - x1), Math.abs(y2 - y1));
    if (!Number.isFinite(longest)) return;
    const steps = Math.min(Math.max(1, Math.ceil(longest)), 4 * (width + height));
    for (let i = 0; i <= steps; i++) {
      const [x, y] = [x1 + ((x2 - x1) * i) / steps, y1 + ((y2 - y1) * i) / steps];
      this.#set(this.#fine(x / width, width), this.#fine(y / height, height));
    }
  }

  /** The outline of a closed shape. */
  ring({ x, y }: { readonly x: readonly number[]; readonly y: readonly number[] }): void {
    x.forEach((at, i) => {
      const j = (i + 1) % x.length;
      this.segment([at, y[i]!], [x[j]!, y[j]!]);
    });
  }

  /** A rectangle of one character, of at least half a cell. */
  fill(x: readonly [number, number], y: readonly [number, number], letter: string): void {
    const [left, right] = sorted(this.px(x[0]) * this.#columns, this.px(x[1]) * this.#columns);
    const [top, bottom] = sorted(this.py(y[0]) * this.#rows, this.py(y[1]) * this.#rows);
    for (let row = Math.round(top); row < Math.round(bottom); row++) {
      for (let column = Math.round(left); column < Math.round(right); column++) {
        this.#put(column, row, letter);
      }
    }
  }

  /** Words around a place, each line of them in a row of its own; above it where they are moved up. */
  write(x: number, y: number, text: string, up: number): void {
    const lines = text.split("\n");
    const top = Math.floor(this.py(y) * this.#rows - (lines.length - 1) / 2) + (up < 0 ? -1 : 0);
    lines.forEach((line, i) => {
      const middle = this.px(x) * this.#columns - line.length / 2;
      const start = Math.max(0, Math.min(Math.round(middle), this.#columns - line.length));
      [...line].forEach((letter, k) => {
        this.#put(start + k, Math.max(0, top + i), letter);
      });
    });
  }

  /** The rows from the top, as wide as the canvas. */
  lines(): string[] {
    return Array.from({ length: this.#rows }, (_, row) =>
      Array.from({ length: this.#columns }, (__, column) => {
        const i = row * this.#columns + column;
        const dots = this.#dots[i]!;
        return this.#letters[i] ?? (dots > 0 ? String.fromCharCode(0x2800 + dots) : " ");
      }).join(""),
    );
  }

  #fine(share: number, n: number): number {
    // The end of an axis belongs to its last dot.
    return share === 1 ? n - 1 : Math.floor(share * n);
  }

  #set(x: number, y: number): void {
    const [column, row] = [x >> 1, y >> 2];
    if (x < 0 || y < 0 || column >= this.#columns || row >= this.#rows) return;
    const i = row * this.#columns + column;
    this.#dots[i] = this.#dots[i]! | DOTS[(x & 1) as 0 | 1][(y & 3) as 0 | 1 | 2 | 3];
    if (this.#letters[i] === "░") this.#letters[i] = undefined;
  }

  #put(column: number, row: number, letter: string): void {
    if (column < 0 || row < 0 || column >= this.#columns || row >= this.#rows) return;
    this.#letters[row * this.#columns + column] = letter;
  }
}

function sorted(a: number, b: number): readonly [number, number] {
  return a < b ? [a, b] : [b, a];
}
