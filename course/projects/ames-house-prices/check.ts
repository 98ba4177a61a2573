import {
  CheckFailure,
  defineScoring,
  difference,
  expectFinite,
  type Measured,
} from "@gradus/course-kit";
import { type AmesSchema, type DataFrame, loadAmes } from "@gradus/data";
import { LinearRegression, rootMeanSquaredError, trainTestSplit } from "@gradus/learn";
import { full, isTensor, type Tensor, tensor } from "@gradus/tensor";

type Sold = DataFrame<AmesSchema>;
type Unsold = DataFrame<Omit<AmesSchema, "Sale_Price">>;
type Predict = (houses: Unsold) => Tensor | number[] | Promise<Tensor | number[]>;

interface Submission {
  fit(train: Sold): Predict | Promise<Predict>;
}

/** Each seed hides another quarter of the houses; errors are measured over all of them together. */
const SEEDS = [1805, 1809];
const NO_POINTS = 45_000; // RMSE in dollars
const ALL_POINTS = 24_000;
/** No model of this table comes near this; a table of answers does. */
const TOO_GOOD = 5_000;

export default defineScoring(async ({ fit }: Submission, award) => {
  const ames = await loadAmes();
  const homes = ames.filter((house) => house.Sale_Condition === "Normal");
  const splits = SEEDS.map((seed) => trainTestSplit(homes, { testSize: 0.25, seed }));
  const [train, test] = splits[0]!;
  const hidden = test.drop("Sale_Price");

  let predict: Predict | undefined;
  let first: Tensor | undefined;
  await award("runs", async () => {
    predict = await fit(train);
    if (typeof predict !== "function")
      throw new CheckFailure("`fit` must return the function that predicts.");
    first = await pricesOf(predict, hidden);
    return { share: 1, message: `${hidden.nRows} hidden houses, ${hidden.nRows} prices.` };
  });
  if (!predict || !first) return;
  const [model, prices] = [predict, first];

  const predicted = [prices];
  for (const [others, apart] of splits.slice(1))
    predicted.push(await pricesOf(await fit(others), apart.drop("Sale_Price")));
  const rmse = pooled(splits, (_, __, i) => predicted[i]!);
  const mean = pooled(splits, (seen, apart) => full(apart.nRows, seen.column("Sale_Price").mean()));
  const line = pooled(splits, (seen, apart) =>
    new LinearRegression()
      .fit(seen.select("Gr_Liv_Area"), seen.column("Sale_Price"))
      .predict(apart.select("Gr_Liv_Area")),
  );

  let leaks = true;
  await award("no-leakage", async () => {
    const few = hidden.head(12);
    const alone = await pricesOf(model, few);
    const found = difference(alone, prices.slice([0, few.nRows]));
    leaks = found !== null;
    return found === null
      ? { share: 1, message: "12 houses alone got the same prices as among all others." }
      : {
          share: 0,
          message: `12 houses alone got other prices than among all ${hidden.nRows}: ${found}. Something in \`predict\` is learned from the houses it is asked about, such as a mean or a scale; learn it in \`fit\`.`,
        };
  });

  await award("beats-the-mean", () => versus(rmse, mean, "always guessing the mean"));
  await award("beats-the-line", () => versus(rmse, line, "the line in the living area"));
  await award("accurate", () => {
    if (rmse < TOO_GOOD) return lookedUp(rmse);
    if (leaks)
      return {
        share: 0,
        message: `RMSE ${dollars(rmse)}, but it does not count while hidden houses leak into each other's prices.`,
      };
    const share = (NO_POINTS - rmse) / (NO_POINTS - ALL_POINTS);
    return {
      share,
      message: `RMSE ${dollars(rmse)}; all points at ${dollars(ALL_POINTS)} and below, none from ${dollars(NO_POINTS)}.`,
    };
  });

  await award("deterministic", async () => {
    const again = await pricesOf(await fit(train), hidden);
    const found = difference(again, prices);
    return found === null
      ? { share: 1, message: "A second fit gave the same prices." }
      : { share: 0, message: `A second fit gave other prices: ${found}. Set a seed.` };
  });

  await award("unknown-category", async () => {
    const elsewhere = hidden.head(5).assign({ Neighborhood: () => "Elsewhere" });
    const [price] = (await pricesOf(model, elsewhere as Unsold)).data();
    return {
      share: 1,
      message: `In a neighbourhood never seen, the first hidden house costs ${dollars(price!)}.`,
    };
  });
});

/** The predictions as a tensor. @throws CheckFailure unless they are one finite number a house. */
async function pricesOf(predict: Predict, houses: Unsold): Promise<Tensor> {
  const prices = await predict(houses);
  expectFinite(prices, { of: "The predicted prices" });
  const found = isTensor(prices) ? prices : tensor(prices);
  if (found.ndim !== 1 || found.size !== houses.nRows)
    throw new CheckFailure(
      `Expected one price for each of ${houses.nRows} houses, got shape (${found.shape.join(", ")}).`,
    );
  return found;
}

/** The root mean squared error over the hidden houses of all splits, in dollars. */
function pooled(
  splits: readonly (readonly [Sold, Sold])[],
  predict: (train: Sold, test: Sold, i: number) => Tensor,
): number {
  const squares = splits.map(
    ([train, test], i) =>
      rootMeanSquaredError(test.column("Sale_Price"), predict(train, test, i)) ** 2,
  );
  return Math.sqrt(squares.reduce((sum, square) => sum + square, 0) / squares.length);
}

function versus(rmse: number, baseline: number, name: string): Measured {
  if (rmse < TOO_GOOD) return lookedUp(rmse);
  return {
    share: rmse < baseline ? 1 : 0,
    message: `RMSE ${dollars(rmse)} against ${dollars(baseline)} of ${name}.`,
  };
}

function lookedUp(rmse: number): Measured {
  const found = `An RMSE of ${dollars(rmse)} is closer than any model of this table comes`;
  return { share: 0, message: `${found}: these prices were looked up, not predicted.` };
}

function dollars(value: number): string {
  return `$${Math.round(value).toLocaleString("en-US")}`;
}
