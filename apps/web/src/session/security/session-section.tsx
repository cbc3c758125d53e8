import { isStaff, type Person, type Product, productOf } from "@org/commands/sessions/person";
import type { ListedSession } from "@org/stores/sessions/port";
import { formatDateTime } from "../../format.ts";
import { joined } from "../../language/joined.ts";
import { formatDayTime } from "../../portal/building-time.ts";
import { SignInContextFields } from "../sign-in-context-fields.tsx";
import { wordsFor } from "./product-language.ts";
import styles from "./security.module.css";
import { endEverySession, endOtherSession } from "./session-actions.ts";
import { securityWords } from "./words.ts";

interface SessionSectionProps {
  person: Person;
  sessions: readonly ListedSession[];
}

/** Where somebody is signed in, with the way out of each. */
export async function SessionSection({ person, sessions }: SessionSectionProps) {
  const product = productOf(person.role);
  const { say } = await wordsFor(securityWords, product);
  return (
    <section className="card" aria-labelledby="sessions">
      <h2 id="sessions">{say("sessions")}</h2>
      <ul className={styles.list}>
        {sessions.map((session) => (
          <li key={session.sessionId} className={styles.entry} data-current={session.current || undefined}>
            <SessionFacts product={product} session={session} />
            {!session.current && (
              <form action={endOtherSession}>
                <SignInContextFields product={product} />
                <input type="hidden" name="sessionId" value={session.sessionId} />
                <button
                  type="submit"
                  className="button quiet"
                  aria-label={say("signOutNamed", {
                    browser: session.place?.browser ?? say("unknownBrowser"),
                  })}
                >
                  {say("signOut")}
                </button>
              </form>
            )}
          </li>
        ))}
      </ul>
      <p className="muted">{say(isStaff(person.role) ? "keptOfStaff" : "kept")}</p>
      <form action={endEverySession}>
        <SignInContextFields product={product} />
        <button type="submit" className="button quiet">
          {say("signOutEverywhere")}
        </button>
      </form>
    </section>
  );
}

async function SessionFacts({ product, session }: { product: Product; session: ListedSession }) {
  const { say, pieces, language } = await wordsFor(securityWords, product);
  const { place, lastUsedAt, openedAt } = session;
  const time = (iso: string) => (
    <time dateTime={iso}>{product === "ten-ocean" ? formatDayTime(iso) : formatDateTime(iso, language)}</time>
  );
  const times = { used: time(lastUsedAt), opened: time(openedAt) };
  return (
    <div>
      <h3>
        {place?.browser ?? say("unknownBrowser")}{" "}
        {session.current && <span className={styles.mark}>{say("thisBrowser")}</span>}
      </h3>
      <p>
        {joined(place ? pieces("usedFrom", { ...times, network: place.network }) : pieces("used", times))}
      </p>
    </div>
  );
}
