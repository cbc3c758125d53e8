import { mayCancel, type OrderAccess } from "@org/commands/mohallamart/orders/order-access";
import Link from "next/link";
import { SubmitButton } from "../design/submit-button.tsx";
import { formatDateTime } from "../format.ts";
import { signInPath } from "../session/sign-in-path.ts";
import { submitRevocation } from "./revoke-action.ts";

interface Shown {
  orderId: string;
  /** Of whoever looks at the page. */
  access: OrderAccess;
}

/** How the order is cancelled by whoever looks at it; the shop and the staff do not. */
export function CancelHint({ orderId, access }: Shown) {
  const { as, linkCancelsUntil } = access;
  if (as === "shop" || as === "staff") return null;
  const page = `/orders/${orderId}/cancel` as const;
  if (!mayCancel(access))
    return (
      <p>
        To cancel this order, <Link href={signInPath("mohallamart", { next: page })}>sign in</Link> with the
        address that you ordered with: the link alone is enough for a day.
      </p>
    );
  return (
    <p>
      <Link href={page}>Cancel this order</Link>
      {as === "link" && ` until ${formatDateTime(linkCancelsUntil)}; after that, sign in to cancel it.`}
    </p>
  );
}

/** Who can see the order, and how its customer ends that. */
export function LinksCard({ orderId, access: { as }, ended }: Shown & { ended: boolean }) {
  if (as === "shop") return null;
  if (as === "link")
    return (
      <p className="muted">
        This browser shows your order for 30 days. Elsewhere, the link in your email or SMS opens it: whoever
        has that link sees this page, so pass it on only to people who may.
      </p>
    );
  return (
    <form action={submitRevocation} className="card" aria-labelledby="links">
      <h2 id="links">Links to this order</h2>
      {ended && (
        <p className="notice" role="status">
          The links that were sent so far no longer open this order.
        </p>
      )}
      <p>
        Whoever has a link from one of the messages about this order sees this page. If one came into the
        wrong hands, end them all: later messages have a new one.
      </p>
      <input type="hidden" name="orderId" value={orderId} />
      <SubmitButton label="End the links" pendingLabel="Ending the links…" />
    </form>
  );
}
