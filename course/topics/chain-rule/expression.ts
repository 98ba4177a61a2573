// Reads a formula that a learner types, such as (w * x + b - y)^2, into a graph. Nothing is ever evaluated as code.
import { type Operation, operations } from "./operations";

/** A node of a graph: a variable or number, or an operation on nodes that stand before it. */
export interface Node {
  /** What its box says: a name, a number, or the sign of the operation. */
  readonly label: string;
  readonly inputs: readonly number[];
  /** Undefined for variables and numbers. */
  readonly operation?: Operation;
  /** The value of a number, the name of a variable. */
  readonly constant?: number;
  readonly variable?: string;
}

/** A formula that could be read, inputs before what is computed from them and the result last; or why not. */
export type Parsed = { readonly nodes: readonly Node[] } | { readonly problem: string };

const MOST_NODES = 18;
const TOKEN = /\s*(?:(\d+\.?\d*(?:e[+-]?\d+)?|\.\d+)|([a-z]\w*)|(\*\*|[-+*/^(),]))/iy;

/** A fault in the text, as a sentence for the learner. */
class FormulaError extends Error {}

/** Reads a formula with + − * / ^, parentheses, functions such as sin and exp, numbers and names. */
export function parseExpression(text: string): Parsed {
  try {
    return { nodes: new Parser(tokenize(text)).parse() };
  } catch (error) {
    if (error instanceof FormulaError) return { problem: error.message };
    throw error;
  }
}

/** Reads values such as `w = 2, x = 3`; says which part it cannot read. */
export function parseValues(
  text: string,
): { readonly values: ReadonlyMap<string, number> } | { readonly problem: string } {
  const values = new Map<string, number>();
  for (const part of text.split(/[,;]/)) {
    if (part.trim() === "") continue;
    const match = /^\s*([a-z]\w*)\s*=\s*([-−+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?)\s*$/i.exec(part);
    const value = Number(match?.[2]?.replace("−", "-"));
    if (!match || !Number.isFinite(value))
      return { problem: `I cannot read “${brief(part)}”. Write a name, = and a number.` };
    values.set(match[1]!, value);
  }
  return { values };
}

function tokenize(text: string): string[] {
  const source = text.replaceAll("−", "-").replaceAll("·", "*").replaceAll("×", "*");
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  while (source.slice(TOKEN.lastIndex).trim() !== "") {
    const rest = source.slice(TOKEN.lastIndex);
    const match = TOKEN.exec(source);
    if (!match) throw new FormulaError(`I cannot read “${brief(rest)}”.`);
    tokens.push(match[3] === "**" ? "^" : match[0].trim());
  }
  return tokens;
}

/** A parser by descent: one method for each level of precedence. */
class Parser {
  readonly #tokens: readonly string[];
  #next = 0;
  readonly #nodes: Node[] = [];
  readonly #variables = new Map<string, number>();

  constructor(tokens: readonly string[]) {
    this.#tokens = tokens;
  }

  parse(): readonly Node[] {
    if (this.#tokens.length === 0) throw new FormulaError("Type a formula.");
    this.#sum();
    const rest = this.#peek();
    if (rest === ")") throw new FormulaError("There is a ) without a ( before it.");
    if (rest !== undefined) throw new FormulaError(`An operation is missing before “${rest}”.`);
    return this.#nodes;
  }

  #sum(): number {
    let left = this.#product();
    while (this.#peek() === "+" || this.#peek() === "-") {
      const sign = this.#take();
      left = this.#add(sign === "+" ? "add" : "sub", [left, this.#product()]);
    }
    return left;
  }

  #product(): number {
    let left = this.#signed();
    while (this.#peek() === "*" || this.#peek() === "/") {
      const sign = this.#take();
      left = this.#add(sign === "*" ? "mul" : "div", [left, this.#signed()]);
    }
    return left;
  }

  #signed(): number {
    if (this.#peek() !== "-") return this.#power();
    this.#take();
    return this.#add("neg", [this.#signed()]);
  }

  #power(): number {
    const base = this.#atom();
    if (this.#peek() !== "^") return base;
    this.#take();
    return this.#add("pow", [base, this.#signed()]);
  }

  #atom(): number {
    const token = this.#take();
    if (token === undefined) throw new FormulaError("The formula ends too early.");
    if (token === "(") return this.#closing(this.#sum());
    if (/^[\d.]/.test(token)) {
      const constant = Number(token);
      if (!Number.isFinite(constant))
        throw new FormulaError(`“${brief(token)}” is larger than any number I can compute with.`);
      return this.#push({ label: token, inputs: [], constant });
    }
    if (!/^[a-z]/i.test(token)) throw new FormulaError(`Something is missing before “${token}”.`);
    if (this.#peek() !== "(") return this.#variable(token);
    this.#take();
    if (!Object.hasOwn(operations, token) || operations[token]!.arity !== 1)
      throw new FormulaError(`I do not know a function “${brief(token)}”.`);
    return this.#add(token, [this.#closing(this.#sum())]);
  }

  #closing(node: number): number {
    if (this.#take() !== ")") throw new FormulaError("A ) is missing.");
    return node;
  }

  #variable(name: string): number {
    const known = this.#variables.get(name);
    if (known !== undefined) return known;
    const node = this.#push({ label: brief(name), inputs: [], variable: name });
    this.#variables.set(name, node);
    return node;
  }

  #add(name: string, inputs: readonly number[]): number {
    const operation = operations[name]!;
    return this.#push({ label: operation.sign, inputs, operation });
  }

  #push(node: Node): number {
    if (this.#nodes.length === MOST_NODES)
      throw new FormulaError(`That is a large graph. At most ${MOST_NODES} nodes fit here.`);
    return this.#nodes.push(node) - 1;
  }

  #peek(): string | undefined {
    return this.#tokens[this.#next];
  }

  #take(): string | undefined {
    return this.#tokens[this.#next++];
  }
}

function brief(text: string): string {
  const flat = text.trim();
  return flat.length <= 10 ? flat : `${flat.slice(0, 9)}…`;
}
