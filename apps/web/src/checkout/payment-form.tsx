import { formatRupees } from "@org/commands/words";
import type { Payments } from "@org/integrations/payments/port";
import type { Checkout, Shop } from "@org/stores/mohallamart/port";
import Link from "next/link";
import { ownOrigin } from "../http/own-origin.ts";
import { currentWords } from "../language/current-words.ts";
import { checkoutWords } from "./words.ts";

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
  const { say } = await currentWords(checkoutWords);
  const pieces = items.reduce((sum, { quantity }) => sum + quantity, 0);
  return (
    <>
      <h1>{say("payTitle", { amount: formatRupees(total) })}</h1>
      {declined && (
        <div className="notice bad" role="alert">
          <p>{say("declined")}</p>
        </div>
      )}
      <form action={form.action} method="post" className="card">
        <p>{say("payIntro", { count: pieces, shop: shop.name })}</p>
        <p>{say("payWhen")}</p>
        {Object.entries(form.fields).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <button type="submit" className="button wide">
          {say("pay", { amount: formatRupees(total) })}
        </button>
      </form>
      <p>
        <Link href={`/checkout/${shopId}`}>{say("payCash")}</Link>
      </p>
    </>
  );
}
