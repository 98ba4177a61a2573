import type { Cell } from "./storage";

/** The cells whose bytes are in the heap, from the coldest (not used for the longest time) to the warmest. */
export class CellTable {
  #coldest: Cell | undefined;
  #warmest: Cell | undefined;
  #size = 0;

  get size(): number {
    return this.#size;
  }

  get coldest(): Cell | undefined {
    return this.#coldest;
  }

  /** Adds a cell as the warmest. */
  add(cell: Cell): void {
    const last = this.#warmest;
    cell.colder = last;
    if (last === undefined) this.#coldest = cell;
    else last.warmer = cell;
    this.#warmest = cell;
    this.#size += 1;
  }

  remove(cell: Cell): void {
    const { colder, warmer } = cell;
    if (colder === undefined) this.#coldest = warmer;
    else colder.warmer = warmer;
    if (warmer === undefined) this.#warmest = colder;
    else warmer.colder = colder;
    cell.colder = undefined;
    cell.warmer = undefined;
    this.#size -= 1;
  }

  /** Makes a cell of the table the warmest. */
  touch(cell: Cell): void {
    if (this.#warmest === cell) return;
    this.remove(cell);
    this.add(cell);
  }
}
