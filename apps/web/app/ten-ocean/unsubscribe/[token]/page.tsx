import type { Metadata } from "next";
import Link from "next/link";
import { digestBefore, findSubscription } from "#src/portal/notifications/find-subscription.ts";
import { subscriptionWords } from "#src/portal/notifications/kind-words.ts";

export const metadata: Metadata = { title: "Stop emails", robots: { index: false } };

/** Opening it changes nothing: mail scanners follow every link. */
export default async function UnsubscribePage({
  params,
  searchParams,
}: PageProps<"/ten-ocean/unsubscribe/[token]">) {
  const [{ token }, { kind, before }] = await Promise.all([params, searchParams]);
  const found = await findSubscription(token, String(kind));
  if (!found) return <InvalidLink />;
  const { subscription, isOn } = found;
  const what = subscriptionWords(subscription);
  const action = `/ten-ocean/unsubscribe/${token}?kind=${subscription}`;
  return (
    <div className="page narrow">
      {isOn ? (
        <>
          <h1>Stop these emails?</h1>
          <p>You will no longer get {what}. Everything else stays as it is.</p>
          <form method="post" action={action}>
            <button type="submit" className="button">
              Stop these emails
            </button>
          </form>
        </>
      ) : (
        <>
          <h1>You no longer get these emails</h1>
          <p role="status">We have stopped {what}. You still find in the portal what you are told.</p>
          <form method="post" action={action}>
            <input
              type="hidden"
              name="undo"
              value={subscription === "digest" ? digestBefore(before) : "on"}
            />
            <button type="submit" className="button quiet">
              Get them again
            </button>
          </form>
        </>
      )}
      <p className="after-card">
        <Link href="/ten-ocean/profile/preferences">Choose what you get, and when</Link>
      </p>
    </div>
  );
}

function InvalidLink() {
  return (
    <div className="page narrow">
      <h1>This link does not work</h1>
      <p>It is not complete, or not valid any more. Sign in to change what you get by email.</p>
      <p>
        <Link href="/ten-ocean/profile/preferences">Choose what you get, and when</Link>
      </p>
    </div>
  );
}
