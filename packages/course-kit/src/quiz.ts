/** An answer one can choose, with the reason why it is right or wrong. Texts are Markdown with TeX. */
export interface QuizChoice {
  readonly text: string;
  readonly explanation: string;
}

interface QuizItemBase {
  /** Stable word, unique within the quiz: answers are stored under it. */
  readonly id: string;
  readonly question: string;
}

/** One right choice among several. */
export interface ChoiceItem extends QuizItemBase {
  readonly kind: "choice";
  readonly choices: readonly QuizChoice[];
  /** Index of the right choice. */
  readonly answer: number;
}

/** A number, right within an absolute tolerance. */
export interface NumericItem extends QuizItemBase {
  readonly kind: "numeric";
  readonly answer: number;
  readonly tolerance: number;
  readonly unit?: string;
  readonly explanation: string;
}

/** What does this program print? The answer is computed: the program runs in the tests. */
export interface OutputItem extends QuizItemBase {
  readonly kind: "output";
  /** A program that prints one line with `console.log`. */
  readonly code: string;
  readonly answer: string;
  readonly explanation: string;
}

/** Lines to bring into order; they are listed in the right one. */
export interface OrderItem extends QuizItemBase {
  readonly kind: "order";
  readonly lines: readonly string[];
  readonly explanation: string;
}

/** A question of one of the four kinds. */
export type QuizItem = ChoiceItem | NumericItem | OutputItem | OrderItem;

/** Types a quiz: what `quiz.ts` exports as default. */
export function defineQuiz(items: readonly QuizItem[]): readonly QuizItem[] {
  return items;
}
