import type { Refusal } from "../../outcome.ts";
import { formatRupees } from "../../words.ts";

/** The prices are no longer those that the customer saw; both totals in rupees. */
export function priceChanged(expected: number, actual: number): Refusal<"price-changed", never> {
  return {
    ok: false,
    code: "price-changed",
    message: `Prices have changed while you were ordering: the total is ${formatRupees(actual)} now, it was ${formatRupees(expected)}. Look at the new prices and order again if you agree.`,
  };
}
