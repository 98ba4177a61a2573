/**
 * The bytes of one allocation and where they are: in the WebAssembly heap, or copied out of it.
 * The heap's table holds a cell only while its bytes are in the heap.
 */
export class Cell {
  /** Address in the heap; 0 when the bytes are not there. */
  pointer = 0;
  /** What a finalizer gets. It loses the cell with the cell's place in the heap, so that it keeps no copy alive. */
  readonly place: HeapPlace = { cell: this };
  /** The bytes, while they are copied out. */
  copy: Uint8Array | undefined = undefined;
  /** Set when the bytes were given back for good: the reason, for the error of who uses them still. */
  released: string | undefined = undefined;
  /** The operation that used it last. */
  epoch = 0;
  colder: Cell | undefined = undefined;
  warmer: Cell | undefined = undefined;
  readonly bytes: number;

  constructor(bytes: number) {
    this.bytes = bytes;
  }
}

/** A cell while it is in the heap. */
export interface HeapPlace {
  cell: Cell | undefined;
}

/**
 * What a tensor and its views hold: a handle to a cell. When no handle is left, the cell is garbage: at once
 * if its bytes are copied out, else when the heap needs room or a finalizer comes by.
 */
export class Storage {
  readonly cell: Cell;
  /** Grows with each change in place, so that a gradient can tell that a value it saved has changed. */
  version = 0;
  /** Somebody may hold these bytes beyond their graph (through `detach`): they are not ended with it. */
  escaped = false;

  constructor(cell: Cell) {
    this.cell = cell;
  }
}
