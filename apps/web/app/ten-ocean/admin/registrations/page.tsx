import {
  type WaitingRegistration,
  waitingRegistrations,
} from "@org/commands/ten-ocean/verification/waiting-registrations";
import type { Metadata } from "next";
import { formatDateTime } from "#src/format.ts";
import { submitDecision } from "#src/portal/decision-action.ts";
import { requireRole } from "#src/session/current-person.ts";
import { tenOcean } from "#src/stores.ts";

export const metadata: Metadata = { title: "Registrations" };

const incomplete = "Say why, so that the applicant can be told. Nothing was changed.";

const outcomes = new Map([
  ["verified", "Verified. They are welcomed by email."],
  ["rejected", "Turned down. They are told why by email."],
  ["decided", "Nothing was changed: somebody decided before you."],
  ["not-theirs", "There is no such registration for you to decide on."],
  ["invalid", incomplete],
  ["damaged", incomplete],
]);

export default async function RegistrationsPage({
  searchParams,
}: PageProps<"/ten-ocean/admin/registrations">) {
  const reviewer = await requireRole("association-admin", "floor-captain");
  const [{ outcome }, waiting] = await Promise.all([
    searchParams,
    waitingRegistrations(tenOcean(), reviewer),
  ]);
  const notice = outcomes.get(String(outcome));
  return (
    <div className="page narrow">
      <h1>Registrations</h1>
      {reviewer.role === "floor-captain" && <p>Those who say that they live on floor {reviewer.floor}.</p>}
      {notice && (
        <p className="notice" role="status">
          {notice}
        </p>
      )}
      {waiting.length === 0 && <p>Nobody is waiting.</p>}
      <ul className="stack">
        {waiting.map((registration) => (
          <Registration key={registration.resident.userId} {...registration} />
        ))}
      </ul>
    </div>
  );
}

function Registration({ resident, unit, verification }: WaitingRegistration) {
  const { userId, firstName, lastName, email } = resident;
  const name = [firstName, lastName].filter(Boolean).join(" ");
  return (
    <li className="card">
      <h2>{name}</h2>
      <p className="muted">
        {unit ? `Unit ${unit.label}, floor ${unit.floor}` : "Named no unit"} · registered{" "}
        {formatDateTime(verification.openedAt)}
      </p>
      <p>
        <a href={`mailto:${email}`}>{email}</a>
      </p>
      <form action={submitDecision}>
        <input type="hidden" name="userId" value={userId} />
        <button type="submit" className="button wide" name="status" value="verified">
          Verify {name}
        </button>
      </form>
      <details className="after-card">
        <summary>Turn down instead</summary>
        <form action={submitDecision} className="after-card">
          <input type="hidden" name="userId" value={userId} />
          <div className="field">
            <label htmlFor={`reason-${userId}`}>Why</label>
            <span className="field-hint" id={`reason-${userId}-hint`}>
              {firstName} reads this.
            </span>
            <textarea
              id={`reason-${userId}`}
              name="reason"
              rows={3}
              required
              maxLength={500}
              aria-describedby={`reason-${userId}-hint`}
            />
          </div>
          <button type="submit" className="button quiet wide" name="status" value="rejected">
            Turn {name} down
          </button>
        </form>
      </details>
    </li>
  );
}
