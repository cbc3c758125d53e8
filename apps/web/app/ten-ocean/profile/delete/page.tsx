import type { Metadata } from "next";
import Link from "next/link";
import { DeleteAccountForm } from "#src/portal/verification/removal-forms.tsx";
import { requireRole } from "#src/session/current-person.ts";

export const metadata: Metadata = { title: "Delete my account" };

export default async function DeleteAccountPage() {
  const { email } = await requireRole("resident");
  return (
    <div className="page narrow">
      <h1>Delete your account?</h1>
      <section className="card" aria-labelledby="is-erased">
        <p>This cannot be undone. You are signed out everywhere.</p>
        <h2 id="is-erased">What we erase</h2>
        <ul className="bullets">
          <li>your name, {email}, your phone and your unit, and how you want to hear of things,</li>
          <li>what you were told in the portal, and your name in what others were told,</li>
          <li>
            your posts and the titles of your topics; where neighbors mention you, it says former resident,
          </li>
          <li>your words about repairs, and what was answered to them,</li>
          <li>your answers to coming events: your seats go to whoever waits.</li>
        </ul>
      </section>
      <section className="card after-card" aria-labelledby="stays">
        <h2 id="stays">What stays, as a former resident&rsquo;s</h2>
        <ul className="bullets">
          <li>a repair&rsquo;s number, unit, category and dates, so that the house knows what was done,</li>
          <li>the places of your posts, so that answers still stand under something,</li>
          <li>how many seats were taken at past events.</li>
        </ul>
        <p>
          What neighbors typed about you in their own words is theirs, and an email that has left cannot be
          called back.
        </p>
      </section>
      <p className="after-card">
        A repair that is still open stays open, but nobody can ask you about it any more. You can register
        again with the same address at any time.
      </p>
      <DeleteAccountForm />
      <p className="after-card">
        <Link href="/ten-ocean/profile">Keep my account</Link>
      </p>
    </div>
  );
}
