import { headers } from "next/headers";
import Link from "next/link";
import { requestedPathHeader } from "#src/http/requested-path.ts";
import { signInPath } from "#src/session/sign-in-path.ts";

/** The same for an order that does not exist and for one that is somebody else's. */
export default async function OrderNotFound() {
  const path = (await headers()).get(requestedPathHeader) ?? undefined;
  const next = path?.startsWith("/orders/") ? path : undefined;
  return (
    <div className="page narrow">
      <h1>There is no such order</h1>
      <p>
        Open the link in your confirmation email or SMS again, in full. If it is no longer good, or you do not
        have it at hand, <Link href={signInPath("mohallamart", { next })}>sign in</Link> with the address that
        you ordered with.
      </p>
      <p>
        <Link href="/">Go to the shops</Link>
      </p>
    </div>
  );
}
