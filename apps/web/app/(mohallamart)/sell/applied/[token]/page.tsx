import type { Metadata } from "next";
import Link from "next/link";
import { SubmitButton } from "#src/design/submit-button.tsx";
import { submitApplicationLink } from "#src/selling/apply-action.ts";
import { mohallaMart } from "#src/stores.ts";

export const metadata: Metadata = { title: "Confirm your application", robots: { index: false } };

/** Looking at it changes nothing, so that a mail program that looks ahead may; the button applies. */
export default async function ConfirmApplicationPage({ params }: PageProps<"/sell/applied/[token]">) {
  const { token } = await params;
  const received = await mohallaMart().receivedApplications.findByToken(token);
  return (
    <div className="page narrow">
      <h1>Confirm your application</h1>
      {received ? (
        <form action={submitApplicationLink} className="card">
          <input type="hidden" name="token" value={token} />
          <p>
            <strong>{received.shopName}</strong>, {received.area}, kept by {received.name}, {received.email}
          </p>
          <p>Is that yours? Then we verify who keeps the shop, mostly within two days.</p>
          <p className="muted">
            If it was not you who applied, close the page: what was filled in is gone within a day.
          </p>
          <SubmitButton label="Yes, apply" pendingLabel="Sending your application…" />
        </form>
      ) : (
        <>
          <p role="status">This link is no longer good: it was used, or it is older than a day.</p>
          <p>
            <Link href="/sell">Apply again</Link>
          </p>
        </>
      )}
    </div>
  );
}
