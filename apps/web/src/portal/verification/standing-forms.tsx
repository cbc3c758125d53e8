import type { Resident, Standing } from "@org/stores/ten-ocean/port";
import Link from "next/link";
import { submitStanding } from "./standing-action.ts";

interface Change {
  to: Exclude<Standing, "pending">;
  label: string;
  what: string;
}

const leaves =
  "They are signed out at once, get no more messages, and lose their seats at coming events. They are told by email.";

const changes: readonly Change[] = [
  { to: "resident", label: "Give access again", what: "They can sign in again, and are told by email." },
  { to: "alumni", label: "They moved out", what: leaves },
  { to: "suspended", label: "Suspend", what: leaves },
];

/** What an admin can make of somebody. Nobody becomes a resident here who was not verified. */
export function StandingForms({ resident: { userId, standing } }: { resident: Resident }) {
  if (standing === "pending")
    return (
      <p className="after-card">
        Nobody has verified them.{" "}
        <Link href={`/ten-ocean/admin/registrations/${userId}`}>Decide on their registration</Link>
      </p>
    );
  return (
    <section className="card after-card" aria-labelledby="change-status">
      <h2 id="change-status">Change the status</h2>
      {changes
        .filter(({ to }) => to !== standing)
        .map(({ to, label, what }) => (
          <details key={to}>
            <summary>{label}</summary>
            <form action={submitStanding} className="after-card">
              <input type="hidden" name="userId" value={userId} />
              <p>{what}</p>
              <button type="submit" className="button quiet" name="standing" value={to}>
                {label}
              </button>
            </form>
          </details>
        ))}
    </section>
  );
}
