import { formatRupees } from "@org/commands/words";
import type { Checkout } from "@org/stores/mohallamart/port";
import Link from "next/link";

/** There is no order, and there will be none, whatever was paid. */
export function NoOrder({ refusal, total }: { refusal: string; total: number }) {
  return (
    <>
      <h1>Nothing was ordered</h1>
      <div className="notice bad" role="alert">
        <p>{refusal}</p>
      </div>
      <p>
        If you paid, your {formatRupees(total)} go back to you without your doing anything, mostly within a
        week. We keep none of it.
      </p>
      <p>
        <Link href="/cart" className="button">
          Go to the cart
        </Link>
      </p>
    </>
  );
}

/** The customer has paid, and we could not place the order at that moment. */
export function PaymentWaiting({ checkout: { shopId, orderId } }: { checkout: Checkout }) {
  return (
    <>
      <h1>Your payment has arrived</h1>
      <p>
        We are still placing your order. There is no need to pay again: this page leads to your order once it
        is placed, and the link in your confirmation does.
      </p>
      <p>
        <a href={`/checkout/${shopId}/${orderId}?payment=waiting`} className="button">
          Look again
        </a>
      </p>
    </>
  );
}
