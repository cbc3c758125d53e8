import type { EmailChange, Mailbox } from "@org/stores/ten-ocean/port";
import type { Metadata } from "next";
import Link from "next/link";
import { SubmitButton } from "#src/design/submit-button.tsx";
import { submitConfirmation } from "#src/portal/verification/profile-actions.ts";
import { tenOcean } from "#src/stores.ts";

export const metadata: Metadata = { title: "Confirm an address", robots: { index: false } };

/** Works without being signed in; looking at it changes nothing, so that a mail program that looks ahead may. */
export default async function ConfirmAddressPage({
  params,
  searchParams,
}: PageProps<"/ten-ocean/profile/email/[token]">) {
  const [{ token }, { outcome }] = await Promise.all([params, searchParams]);
  const change = await tenOcean().emailChanges.findByToken(token);
  return (
    <div className="page narrow">
      <h1>Confirm an address</h1>
      {change ? (
        <Confirmation change={change} token={token} />
      ) : (
        <p role="status">{outcome === "email-taken" ? taken : gone}</p>
      )}
      <p className="after-card">
        <Link href="/ten-ocean/profile">To your profile</Link>
      </p>
    </div>
  );
}

const gone = "This link is no longer good: it expired, or a newer request took its place.";

const taken =
  "Another member has taken this address meanwhile. Everything stays as it is; ask for another address in your profile.";

type Found = EmailChange & { mailbox: Mailbox };

function Confirmation({ change: { confirmed, mailbox, newEmail }, token }: { change: Found; token: string }) {
  if (confirmed.length === 2)
    return <p role="status">Thank you. The new address counts from now on: sign in with {newEmail}.</p>;
  if (confirmed.includes(mailbox))
    return (
      <p role="status">
        Thank you. The new address counts once the link that went to the other one was followed as well.
      </p>
    );
  return (
    <form action={submitConfirmation} className="card">
      <input type="hidden" name="token" value={token} />
      <p>
        Is <strong>{newEmail}</strong> to be the new address of your account? It counts once both addresses
        have confirmed it.
      </p>
      <SubmitButton label="Confirm" pendingLabel="Confirming…" />
      <p className="muted">If you did not ask for this, close the page: nothing changes.</p>
    </form>
  );
}
