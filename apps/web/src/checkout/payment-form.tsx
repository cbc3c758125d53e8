import { count, formatRupees } from "@org/commands/words";
import type { Payments } from "@org/integrations/payments/port";
import type { Checkout, Shop } from "@org/stores/mohallamart/port";
import Link from "next/link";
import { ownOrigin } from "../http/own-origin.ts";

interface PaymentFormProps {
  payments: Payments;
  checkout: Checkout;
  shop: Shop;
  /** The bank did not let the last try through. */
  declined: boolean;
}

/** Leads to the vendor's page. */
export async function PaymentForm({ payments, checkout, shop, declined }: PaymentFormProps) {
  const { orderId, paymentOrderId: id, shopId, items, total } = checkout;
  const pages = `${ownOrigin()}/checkout/${shopId}`;
  const form = payments.checkout(
    { id, orderId, amount: total, status: "open" },
    { shop: shop.name, returnUrl: `${pages}/${orderId}/paid`, cancelUrl: pages },
  );
  const pieces = items.reduce((sum, { quantity }) => sum + quantity, 0);
  return (
    <>
      <h1>Pay {formatRupees(total)} online</h1>
      {declined && (
        <div className="notice bad" role="alert">
          <p>The payment did not go through, and nothing was ordered. Try again, or pay in cash.</p>
        </div>
      )}
      <form action={form.action} method="post" className="card">
        <p>
          {count(pieces, "item")} from {shop.name}. You pay by UPI or card on the page of our payment service,
          Razorpay, and come back here afterwards.
        </p>
        <p>
          The order is placed as soon as your bank has approved the payment. The money is taken only when the
          order is placed.
        </p>
        {Object.entries(form.fields).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <button type="submit" className="button wide">
          Pay {formatRupees(total)}
        </button>
      </form>
      <p>
        <Link href={`/checkout/${shopId}`}>Go back, and pay in cash instead</Link>
      </p>
    </>
  );
}
