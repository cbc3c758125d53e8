import { isCancellable } from "@org/commands/mohallamart/orders/cancel-order";
import { mayCancel } from "@org/commands/mohallamart/orders/order-access";
import { formatRupees } from "@org/commands/words";
import { orderNumber } from "@org/stores/mohallamart/orders/order-number";
import type { Words } from "@org/stores/mohallamart/words/catalogue";
import type { Metadata } from "next";
import Link from "next/link";
import { notFound, redirect } from "next/navigation";
import { SubmitButton } from "#src/design/submit-button.tsx";
import { formatDateTime } from "#src/format.ts";
import { currentWords } from "#src/language/current-words.ts";
import { joined } from "#src/language/joined.ts";
import { submitCancellation } from "#src/orders/cancel-action.ts";
import { type FoundOrder, findOrder, shopOfOrder } from "#src/orders/find-order.ts";
import { LineTable } from "#src/orders/line-table.tsx";
import { picturedLines } from "#src/orders/pictured-lines.ts";
import { orderWords } from "#src/orders/words.ts";
import { signInPath } from "#src/session/sign-in-path.ts";
import { shownProducts } from "#src/storefront/shown-catalogue.ts";

export async function generateMetadata({ params }: PageProps<"/orders/[orderId]/cancel">): Promise<Metadata> {
  const { orderId } = await params;
  const shop = await shopOfOrder(orderId);
  const { say } = await currentWords(orderWords);
  const title = shop ? say("cancelPageOf", { order: orderNumber(orderId), shop }) : say("cancelPage");
  return { title, robots: { index: false } };
}

/** Asks once more, and says what follows. */
export default async function CancelPage({ params }: PageProps<"/orders/[orderId]/cancel">) {
  const { orderId } = await params;
  const found = await findOrder(orderId);
  const isCustomers = found?.access.as === "owner" || found?.access.as === "link";
  if (!found || !isCustomers) notFound();
  const { order, access } = found;
  if (order.status === "cancelled") redirect(`/orders/${orderId}`);
  const words = await currentWords(orderWords);
  const { say, pieces } = words;
  const back = <Link href={`/orders/${orderId}`}>{say("keep")}</Link>;
  if (!isCancellable(order)) {
    return (
      <div className="page narrow">
        <h1>{say("tooLate")}</h1>
        <p>{say("hasLeft", { shop: order.shop.name })}</p>
        <p>{back}</p>
      </div>
    );
  }
  if (!mayCancel(access)) {
    const next = signInPath("mohallamart", { next: `/orders/${orderId}/cancel` });
    return (
      <div className="page narrow">
        <h1>{say("signInToCancel")}</h1>
        <p>{joined(pieces("linkForADay", { signIn: <Link href={next}>{say("signInCapital")}</Link> }))}</p>
        <p>{back}</p>
      </div>
    );
  }
  return (
    <div className="page narrow">
      <h1>{say("cancelAsk")}</h1>
      <CancelCard order={order} access={access} words={words} />
      <p>{back}</p>
    </div>
  );
}

interface CancelCardProps extends Pick<FoundOrder, "order" | "access"> {
  words: Words<typeof orderWords>;
}

/** What is cancelled, what follows, and the button. */
async function CancelCard({ order, access, words: { say, language } }: CancelCardProps) {
  return (
    <section className="card" aria-label={say("ordered")}>
      <LineTable
        pictured
        lines={await picturedLines(order, shownProducts)}
        total={order.total}
        totalLabel={say("total")}
      />
      <p>
        {order.payment === "prepaid"
          ? say("goesBack", { amount: formatRupees(order.total) })
          : say("oweNothing")}{" "}
        {say("shopTold", { shop: order.shop.name })}
      </p>
      {access.as === "link" && (
        <p className="muted">
          {say("linkUntil", { date: formatDateTime(access.linkCancelsUntil, language) })}
        </p>
      )}
      <form action={submitCancellation}>
        <input type="hidden" name="orderId" value={order.orderId} />
        <SubmitButton label={say("cancelNow")} pendingLabel={say("cancelling")} />
      </form>
    </section>
  );
}
