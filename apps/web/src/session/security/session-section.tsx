import type { Product } from "@org/commands/sessions/person";
import type { ListedSession } from "@org/stores/sessions/port";
import { formatDateTime } from "../../format.ts";
import { formatDayTime } from "../../portal/building-time.ts";
import { SignInContextFields } from "../sign-in-context-fields.tsx";
import styles from "./security.module.css";
import { endEverySession, endOtherSession } from "./session-actions.ts";

interface SessionSectionProps {
  product: Product;
  sessions: readonly ListedSession[];
}

/** Where somebody is signed in, with the way out of each. */
export function SessionSection({ product, sessions }: SessionSectionProps) {
  return (
    <section className="card" aria-labelledby="sessions">
      <h2 id="sessions">Where you are signed in</h2>
      <ul className={styles.list}>
        {sessions.map((session) => (
          <li key={session.sessionId} className={styles.entry} data-current={session.current || undefined}>
            <SessionFacts product={product} session={session} />
            {!session.current && (
              <form action={endOtherSession}>
                <SignInContextFields product={product} />
                <input type="hidden" name="sessionId" value={session.sessionId} />
                <button type="submit" className="button quiet" aria-label={`Sign out ${nameOf(session)}`}>
                  Sign out
                </button>
              </form>
            )}
          </li>
        ))}
      </ul>
      <p className="muted">
        We keep the name of the browser and the first half of the network it was used from last, not its
        address, until the session ends: after 30 days, or a week without use.
      </p>
      <form action={endEverySession}>
        <SignInContextFields product={product} />
        <button type="submit" className="button quiet">
          Sign out everywhere
        </button>
      </form>
    </section>
  );
}

function SessionFacts({ product, session }: { product: Product; session: ListedSession }) {
  const format = product === "ten-ocean" ? formatDayTime : formatDateTime;
  return (
    <div>
      <h3>
        {nameOf(session)} {session.current && <span className={styles.mark}>This browser</span>}
      </h3>
      <p>
        Used last on <time dateTime={session.lastUsedAt}>{format(session.lastUsedAt)}</time>
        {session.place && ` from ${session.place.network}`}. Signed in on{" "}
        <time dateTime={session.openedAt}>{format(session.openedAt)}</time>.
      </p>
    </div>
  );
}

function nameOf({ place }: ListedSession): string {
  return place?.browser ?? "Unknown browser";
}
