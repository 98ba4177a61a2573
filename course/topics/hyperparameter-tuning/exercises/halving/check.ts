import { defineCheck, expectClose, expectThat } from "@gradus/course-kit";

interface Round {
  readonly rows: number;
  readonly tried: readonly number[];
}

type ErrorOf = (setting: number, rows: number) => number;

interface Submission {
  halving(settings: readonly number[], errorOf: ErrorOf, least: number, most: number): Round[];
}

interface Rules {
  readonly round?: (third: number) => number;
  readonly sign?: number;
  readonly factor?: number;
  readonly everybody?: boolean;
}

function roundsBy(
  { round = Math.ceil, sign = 1, factor = 3, everybody = false }: Rules,
  [settings, errorOf, least, most]: Parameters<Submission["halving"]>,
): Round[] {
  const rounds: Round[] = [];
  let tried = [...settings];
  let rows = least;
  for (let price = least; price <= most; price *= 3) {
    rounds.push({ rows, tried });
    const at = rows;
    tried = [...tried].sort((a, b) => sign * (errorOf(a, at) - errorOf(b, at)));
    if (!everybody) tried = tried.slice(0, round(tried.length / 3));
    rows *= factor;
  }
  return rounds;
}

const plain = (rounds: readonly Round[]) => ({
  rows: rounds.map(({ rows }) => rows),
  settings: rounds.map(({ tried }) => [...tried]),
});

export default defineCheck(({ halving }: Submission) => {
  // More rows bring the error of a setting down, of some faster; 4 and 8 are equally good.
  const errorOf: ErrorOf = (setting, rows) =>
    Math.abs((setting === 8 ? 4 : setting) - 5.2) + (setting % 3 === 0 ? 40 : 6) / rows;
  for (const [settings, least, most] of [
    [[1, 2, 3, 4, 5, 6, 7, 8, 9], 10, 90],
    [[9, 8, 4, 7, 6, 5, 3, 2, 1, 10, 11], 10, 100],
    [[2, 8, 4, 6, 1], 4, 40],
    [[3, 4], 7, 20],
  ] as const) {
    const found = halving(settings, errorOf, least, most);
    expectThat(
      Array.isArray(found) && found.every((one) => Array.isArray(one?.tried)),
      "`halving` returns a list of objects, each with `rows` and the list `tried`.",
    );
    const by = (rules: Rules) => plain(roundsBy(rules, [settings, errorOf, least, most]));
    const several = most >= 3 * least;
    expectClose(plain(found), by({}), {
      of: `halving([${settings.join(", ")}], errorOf, ${least}, ${most})`,
      mistakes: several
        ? {
            "keeps-the-worst": by({ sign: -1 }),
            "same-rows": by({ factor: 1 }),
            ...(settings.length % 3 > 0 && { "rounds-down": by({ round: Math.floor }) }),
            "nobody-leaves": by({ everybody: true }),
          }
        : {},
    });
  }
});
