import { headers } from "next/headers";
import Link from "next/link";
import { requestedPathHeader } from "#src/http/requested-path.ts";
import { currentWords, joined } from "#src/language/current-words.ts";
import { orderWords } from "#src/orders/words.ts";
import { signInPath } from "#src/session/sign-in-path.ts";

/** The same for an order that does not exist and for one that is somebody else's. */
export default async function OrderNotFound() {
  const path = (await headers()).get(requestedPathHeader) ?? undefined;
  const next = path?.startsWith("/orders/") ? path : undefined;
  const { say, pieces } = await currentWords(orderWords);
  const signIn = <Link href={signInPath("mohallamart", { next })}>{say("signIn")}</Link>;
  return (
    <div className="page narrow">
      <h1>{say("none")}</h1>
      <p>{joined(pieces("openLinkAgain", { signIn }))}</p>
      <p>
        <Link href="/">{say("toShops")}</Link>
      </p>
    </div>
  );
}
