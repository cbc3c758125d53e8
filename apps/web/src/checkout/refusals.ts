import { formatRupees } from "../format.ts";

/** What an order that was asked for came to, or why there is none, in words for the customer. */
export type Refusable<Result> = (Result & { refusal?: undefined }) | { refusal: string };

/** The prices are no longer those that the customer saw; the message may be shown to them. */
export class PriceChangedError extends Error {
  override readonly name = "PriceChangedError";

  constructor(expected: number, actual: number) {
    super(
      `Prices have changed while you were ordering: the total is ${formatRupees(actual)} now, it was ${formatRupees(expected)}. Look at the new prices and order again if you agree.`,
    );
  }
}
