import { isCancellable } from "@org/commands/mohallamart/orders/cancel-order";
import { mayCancel } from "@org/commands/mohallamart/orders/order-access";
import { formatRupees } from "@org/commands/words";
import type { Metadata } from "next";
import Link from "next/link";
import { notFound, redirect } from "next/navigation";
import { SubmitButton } from "#src/design/submit-button.tsx";
import { formatDateTime } from "#src/format.ts";
import { submitCancellation } from "#src/orders/cancel-action.ts";
import { findOrder } from "#src/orders/find-order.ts";
import { LineTable } from "#src/orders/line-table.tsx";
import { signInPath } from "#src/session/sign-in-path.ts";

export const metadata: Metadata = { title: "Cancel your order", robots: { index: false } };

/** Asks once more, and says what follows. */
export default async function CancelPage({ params }: PageProps<"/orders/[orderId]/cancel">) {
  const { orderId } = await params;
  const found = await findOrder(orderId);
  const isCustomers = found?.access.as === "owner" || found?.access.as === "link";
  if (!found || !isCustomers) notFound();
  const { order, access } = found;
  if (order.status === "cancelled") redirect(`/orders/${orderId}`);
  const back = <Link href={`/orders/${orderId}`}>Keep the order</Link>;
  if (!isCancellable(order)) {
    return (
      <div className="page narrow">
        <h1>This order can no longer be cancelled</h1>
        <p>It has left {order.shop.name}. If you do not want it any more, tell whoever brings it.</p>
        <p>{back}</p>
      </div>
    );
  }
  if (!mayCancel(access)) {
    const next = signInPath("mohallamart", { next: `/orders/${orderId}/cancel` });
    return (
      <div className="page narrow">
        <h1>Sign in to cancel this order</h1>
        <p>
          The link to an order is enough to cancel it for a day. <Link href={next}>Sign in</Link> with the
          address that you ordered with: we send you a code.
        </p>
        <p>{back}</p>
      </div>
    );
  }
  return (
    <div className="page narrow">
      <h1>Cancel this order?</h1>
      <section className="card" aria-label="What you ordered">
        <LineTable lines={order.lines} total={order.total} totalLabel="Total" />
        <p>
          {order.payment === "prepaid"
            ? `Your ${formatRupees(order.total)} go back to where you paid from. `
            : "You owe nothing. "}
          {order.shop.name} is told not to deliver it. A cancelled order cannot be brought back.
        </p>
        {access.as === "link" && (
          <p className="muted">
            The link to the order is enough for this until {formatDateTime(access.linkCancelsUntil)}; after
            that, sign in.
          </p>
        )}
        <form action={submitCancellation}>
          <input type="hidden" name="orderId" value={orderId} />
          <SubmitButton label="Cancel the order" pendingLabel="Cancelling the order…" />
        </form>
      </section>
      <p>{back}</p>
    </div>
  );
}
