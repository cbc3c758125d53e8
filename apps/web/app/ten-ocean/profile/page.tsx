import { newEmailChangeId } from "@org/commands/ten-ocean/verification/request-new-email";
import type { EmailChange, Unit, Verification } from "@org/stores/ten-ocean/port";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { formatDayTime } from "#src/portal/building-time.ts";
import { Notice } from "#src/portal/verification/notice.tsx";
import { NewEmailForm, NewUnitForm, ProfileForm } from "#src/portal/verification/profile-forms.tsx";
import { requireRole } from "#src/session/current-person.ts";
import { tenOcean } from "#src/stores.ts";

export const metadata: Metadata = { title: "Your profile" };

const outcomes = {
  saved: "Saved.",
  "unit-asked":
    "We have asked the admins and the captain of that floor. You are told by email what they decide.",
  "unit-same": "That is what it was. Nobody is asked.",
  "email-asked":
    "We are sending an email to each of the two addresses. Follow the links in both within a day. Nothing at the new one? It may be another member\u2019s.",
  "email-same": "Nothing was changed: that is your address already, or the form was sent twice.",
};

export default async function ProfilePage({ searchParams }: PageProps<"/ten-ocean/profile">) {
  const { id } = await requireRole("resident");
  const { residents, units, verifications, emailChanges } = tenOcean();
  const [{ outcome }, resident, house, verification, change] = await Promise.all([
    searchParams,
    residents.get(id),
    units.list(),
    verifications.get(id),
    emailChanges.get(id),
  ]);
  if (!resident) notFound();
  const { firstName, lastName, phone = "", unitId = "", email } = resident;
  return (
    <div className="page narrow">
      <h1>Your profile</h1>
      <Notice outcomes={outcomes} code={outcome} />
      <p>
        <a href="/ten-ocean/profile/preferences">What you are told, how, and when not</a>
      </p>
      <ProfileForm values={{ firstName, lastName, phone }} />
      <section className="card after-card" aria-labelledby="your-unit">
        <h2 id="your-unit">Your unit</h2>
        <UnitState verification={verification} units={house} />
        <NewUnitForm unitId={unitId} units={house} />
      </section>
      <section className="card after-card" aria-labelledby="your-email">
        <h2 id="your-email">Your email address</h2>
        <p>
          You sign in with <strong>{email}</strong>.
        </p>
        {change && change.confirmed.length < 2 && <EmailState change={change} />}
        <NewEmailForm changeId={newEmailChangeId()} />
      </section>
      <p className="after-card">
        <a href="/ten-ocean/profile/delete">Delete my account</a>
      </p>
    </div>
  );
}

function UnitState({ verification, units }: { verification?: Verification; units: readonly Unit[] }) {
  if (verification?.purpose !== "move") return null;
  const { status, reason, openedAt } = verification;
  const label = units.find(({ unitId }) => unitId === verification.unitId)?.label;
  const texts: Partial<Record<Verification["status"], string>> = {
    pending: `You asked for unit ${label} on ${formatDayTime(openedAt)}. It waits for a decision; choose the unit that you have to take it back.`,
    rejected: `Unit ${label} was not confirmed. ${reason ? `The reason: ${reason}` : "No reason was given."}`,
    lapsed: `Nobody decided on unit ${label} in two weeks. You can ask again.`,
  };
  const text = texts[status];
  return text === undefined ? null : (
    <p className="notice" data-unit={status}>
      {text}
    </p>
  );
}

function EmailState({ change: { newEmail, confirmed, expiresAt } }: { change: EmailChange }) {
  const missing = confirmed.includes("old")
    ? "the link that went to the new address"
    : confirmed.includes("new")
      ? "the link that went to your present address"
      : "the links that went to both addresses";
  return (
    <p className="notice">
      You asked for {newEmail}. It counts once you have followed {missing}, until {formatDayTime(expiresAt)}.
    </p>
  );
}
