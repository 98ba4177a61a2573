// What bags of three kinds of filters get wrong, for the figure; claims.test.ts counts them again (bags.ts).

export const SIZES = 50;
/** Mails that no member has seen. */
export const MAILS = 2000;

export type Members = "1-NN, all 57 columns" | "1-NN, 8 columns each" | "naive Bayes";

interface Errors {
  /** How many mails the first 1, 2, … members get wrong together. */
  readonly bag: readonly number[];
  /** The share that one member gets wrong, mean of all. */
  readonly alone: number;
}

export const members: Readonly<Record<Members, Errors>> = {
  "1-NN, all 57 columns": {
    bag: [
      268, 252, 265, 250, 251, 242, 242, 241, 238, 247, 252, 239, 242, 245, 240, 238, 242, 238, 241,
      243, 242, 241, 240, 239, 242, 233, 240, 235, 241, 243, 244, 244, 244, 244, 245, 243, 244, 244,
      244, 243, 244, 243, 245, 245, 245, 244, 245, 244, 244, 243,
    ],
    alone: 0.13685,
  },
  "1-NN, 8 columns each": {
    bag: [
      494, 374, 332, 354, 302, 300, 307, 302, 272, 287, 274, 278, 262, 262, 237, 244, 231, 238, 224,
      239, 224, 235, 225, 238, 225, 229, 222, 226, 221, 225, 217, 223, 208, 222, 209, 215, 208, 213,
      221, 221, 213, 217, 216, 214, 212, 214, 213, 208, 206, 211,
    ],
    alone: 0.25612,
  },
  "naive Bayes": {
    bag: [
      440, 449, 420, 432, 435, 439, 437, 438, 440, 440, 441, 437, 437, 432, 433, 433, 431, 432, 434,
      438, 441, 440, 434, 444, 432, 434, 433, 433, 434, 439, 440, 438, 433, 429, 433, 436, 432, 429,
      428, 429, 430, 431, 431, 431, 430, 431, 430, 428, 428, 429,
    ],
    alone: 0.21875,
  },
};
