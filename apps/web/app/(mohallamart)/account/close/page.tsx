import type { Metadata } from "next";
import Link from "next/link";
import { submitClosing } from "#src/account/account-actions.ts";
import { SubmitButton } from "#src/design/submit-button.tsx";
import { requireRole } from "#src/session/current-person.ts";

export const metadata: Metadata = { title: "Close my account" };

export default async function CloseAccountPage() {
  const { email } = await requireRole("customer");
  return (
    <div className="page narrow">
      <h1>Close your account?</h1>
      <form action={submitClosing} className="card">
        <p>This cannot be undone. You are signed out everywhere, and we erase:</p>
        <ul className="bullets">
          <li>your name, {email} and your phone, on past orders as well,</li>
          <li>your choices, the products you watch and your messages,</li>
          <li>what you searched for, and an application for a shop that has not opened.</li>
        </ul>
        <p>
          Past orders stay in the shops&rsquo; books, without you. If one is still on its way, wait for it:
          the shop cannot reach you any more.
        </p>
        <SubmitButton label="Close my account for good" pendingLabel="Closing your account…" />
      </form>
      <p className="after-card">
        <Link href="/account">Keep my account</Link>
      </p>
    </div>
  );
}
