import { formatRupees } from "@org/commands/words";
import type { Checkout } from "@org/stores/mohallamart/port";
import { sayRefusal } from "@org/stores/mohallamart/words/refusals";
import Link from "next/link";
import { currentWords } from "../language/current-words.ts";
import { checkoutWords } from "./words.ts";

/** There is no order, and there will be none, whatever was paid. */
export async function NoOrder({ refusal, total }: { refusal: string; total: number }) {
  const { say, language } = await currentWords(checkoutWords);
  return (
    <>
      <h1>{say("nothingOrdered")}</h1>
      <div className="notice bad" role="alert">
        <p>{sayRefusal(refusal, language)}</p>
      </div>
      <p>{say("ifPaid", { amount: formatRupees(total) })}</p>
      <p>
        <Link href="/cart" className="button">
          {say("toCart")}
        </Link>
      </p>
    </>
  );
}

/** The customer has paid, and we could not place the order at that moment. */
export async function PaymentWaiting({ checkout: { shopId, orderId } }: { checkout: Checkout }) {
  const { say } = await currentWords(checkoutWords);
  return (
    <>
      <h1>{say("arrived")}</h1>
      <p>{say("stillPlacing")}</p>
      <p>
        <a href={`/checkout/${shopId}/${orderId}?payment=waiting`} className="button">
          {say("lookAgain")}
        </a>
      </p>
    </>
  );
}
