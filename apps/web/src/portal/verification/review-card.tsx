import type { WaitingRegistration } from "@org/commands/ten-ocean/verification/waiting-registrations";
import type { Verification } from "@org/stores/ten-ocean/port";
import { Field } from "../../design/field.tsx";
import { formatDayTime } from "../building-time.ts";
import { submitDecision } from "./decision-action.ts";
import { fullName } from "./full-name.ts";

/** What somebody asks, with what a reviewer wants to know; it can be decided while it waits. */
export function ReviewCard(review: WaitingRegistration) {
  const { resident, unit, movesFrom, verification, neighbors } = review;
  const { email } = resident;
  const name = fullName(resident);
  const isPending = verification.status === "pending";
  return (
    <div className="card">
      <h2>{name}</h2>
      <p className="muted">
        {unit ? `Unit ${unit.label}, floor ${unit.floor}` : "Named no unit"} ·{" "}
        {verification.purpose === "move"
          ? `moved${movesFrom ? ` from ${movesFrom.label}` : ""}, said`
          : "registered"}{" "}
        {formatDayTime(verification.openedAt)}
      </p>
      <p>
        <a href={`mailto:${email}`}>{email}</a>
      </p>
      {isPending && unit && (
        <p>
          {neighbors.length > 0
            ? `Registered in ${unit.label} already: ${neighbors.map(fullName).join(", ")}.`
            : `Nobody is registered in ${unit.label} yet.`}
        </p>
      )}
      {isPending ? (
        <DecisionForms {...review} name={name} />
      ) : (
        <p>
          <strong>{outcomeOf(verification)}</strong>
        </p>
      )}
    </div>
  );
}

function DecisionForms({ resident, verification, name }: WaitingRegistration & { name: string }) {
  const { userId, firstName } = resident;
  const about = (
    <>
      <input type="hidden" name="userId" value={userId} />
      <input type="hidden" name="round" value={verification.round} />
    </>
  );
  return (
    <>
      <form action={submitDecision}>
        {about}
        <button type="submit" className="button wide" name="status" value="verified">
          Verify {name}
        </button>
      </form>
      <details className="after-card">
        <summary>Turn down instead</summary>
        <form action={submitDecision} className="after-card">
          {about}
          <Field id={`reason-${userId}`} name="reason" label="Why" hint={`${firstName} reads this.`}>
            {(control) => <textarea {...control} rows={3} required maxLength={500} />}
          </Field>
          <button type="submit" className="button quiet wide" name="status" value="rejected">
            Turn {name} down
          </button>
        </form>
      </details>
    </>
  );
}

function outcomeOf({ status, reason, decidedAt }: Verification): string {
  const when = decidedAt ? ` on ${formatDayTime(decidedAt)}` : "";
  switch (status) {
    case "verified":
      return `Verified${when}.`;
    case "rejected":
      return `Turned down${when}${reason ? `: ${reason}` : "."}`;
    case "lapsed":
      return `Lapsed${when}: nobody decided in two weeks. They can ask again.`;
    default:
      return `Taken back${when}: they no longer ask for it.`;
  }
}
