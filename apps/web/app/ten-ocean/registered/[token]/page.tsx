import type { Metadata } from "next";
import Link from "next/link";
import { SubmitButton } from "#src/design/submit-button.tsx";
import { fullName } from "#src/portal/verification/full-name.ts";
import { submitRegistrationLink } from "#src/portal/verification/registration-action.ts";
import { signInPath } from "#src/session/sign-in-path.ts";
import { tenOcean } from "#src/stores.ts";

export const metadata: Metadata = { title: "Confirm your registration", robots: { index: false } };

/** Looking at it changes nothing, so that a mail program that looks ahead may; the button registers. */
export default async function ConfirmRegistrationPage({
  params,
  searchParams,
}: PageProps<"/ten-ocean/registered/[token]">) {
  const [{ token }, { outcome }] = await Promise.all([params, searchParams]);
  const registration = await tenOcean().registrations.findByToken(token);
  if (!registration) return <NoLink taken={outcome === "email-taken"} />;
  const { email, unitId } = registration;
  const unit = (await tenOcean().units.list()).find((one) => one.unitId === unitId);
  return (
    <div className="page narrow">
      <h1>Confirm your registration</h1>
      <form action={submitRegistrationLink} className="card">
        <input type="hidden" name="token" value={token} />
        <p>
          <strong>{fullName(registration)}</strong>, {email}
          {unit ? `, unit ${unit.label}` : ""}
        </p>
        <p>Is that you? Then an admin or the captain of your floor is asked whether you live here.</p>
        <p className="muted">
          If it was not you who registered, close the page: nobody is registered, and what was filled in is
          gone within a day.
        </p>
        <SubmitButton label="Yes, register me" pendingLabel="Registering…" />
      </form>
    </div>
  );
}

function NoLink({ taken }: { taken: boolean }) {
  return (
    <div className="page narrow">
      <h1>Confirm your registration</h1>
      <p role="status">
        {taken
          ? "You are registered with this address already."
          : "This link is no longer good: it was used, or it is older than a day."}
      </p>
      <p>
        <Link href="/ten-ocean">Register again</Link>, or <Link href={signInPath("ten-ocean")}>sign in</Link>{" "}
        if you are a resident already.
      </p>
    </div>
  );
}
