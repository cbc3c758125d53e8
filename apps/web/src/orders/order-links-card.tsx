import { mayCancel, type OrderAccess } from "@org/commands/mohallamart/orders/order-access";
import Link from "next/link";
import { SubmitButton } from "../design/submit-button.tsx";
import { formatDateTime } from "../format.ts";
import { currentWords } from "../language/current-words.ts";
import { joined } from "../language/joined.ts";
import { signInPath } from "../session/sign-in-path.ts";
import { submitRevocation } from "./revoke-action.ts";
import { orderWords } from "./words.ts";

interface Shown {
  orderId: string;
  /** Of whoever looks at the page. */
  access: OrderAccess;
}

/** How the order is cancelled by whoever looks at it; the shop and the staff do not. */
export async function CancelHint({ orderId, access }: Shown) {
  const { as, linkCancelsUntil } = access;
  if (as === "shop" || as === "staff") return null;
  const { say, pieces, language } = await currentWords(orderWords);
  const page = `/orders/${orderId}/cancel` as const;
  const signIn = <Link href={signInPath("mohallamart", { next: page })}>{say("signIn")}</Link>;
  const cancel = <Link href={page}>{say("cancelThis")}</Link>;
  if (!mayCancel(access)) return <p>{joined(pieces("cancelSignIn", { signIn }))}</p>;
  return (
    <p>
      {as === "link"
        ? joined(pieces("cancelUntil", { cancel, date: formatDateTime(linkCancelsUntil, language) }))
        : cancel}
    </p>
  );
}

/** Who can see the order, and how its customer ends that. */
export async function LinksCard({ orderId, access: { as }, ended }: Shown & { ended: boolean }) {
  if (as === "shop") return null;
  const { say } = await currentWords(orderWords);
  if (as === "link") return <p className="muted">{say("thisBrowser")}</p>;
  return (
    <form action={submitRevocation} className="card" aria-labelledby="links">
      <h2 id="links">{say("links")}</h2>
      {ended && (
        <p className="notice" role="status">
          {say("linksEnded")}
        </p>
      )}
      <p>{say("linksAbout")}</p>
      <input type="hidden" name="orderId" value={orderId} />
      <SubmitButton label={say("endLinks")} pendingLabel={say("endingLinks")} quiet />
    </form>
  );
}
