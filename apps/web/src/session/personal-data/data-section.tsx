import { isFresh } from "@org/commands/sessions/passkeys/begin-passkey";
import { type Person, productOf } from "@org/commands/sessions/person";
import type { ListedSession } from "@org/stores/sessions/port";
import Link from "next/link";
import { securityPath } from "../security/security-form.ts";
import { signInPath } from "../sign-in-path.ts";
import { dataPath } from "./data-path.ts";

interface DataSectionProps {
  person: Person;
  current: ListedSession | undefined;
}

/** The file of what is kept of somebody; for customers and residents, whose accounts there is one of. */
export function DataSection({ person, current }: DataSectionProps) {
  if (person.role !== "customer" && person.role !== "resident") return null;
  const product = productOf(person.role);
  return (
    <section className="card after-card" aria-labelledby="your-data">
      <h2 id="your-data">Your data</h2>
      <p>
        A file with everything that we keep of you, for you or for a program to read (JSON). It also says what
        is not in it, and why.
      </p>
      {current && isFresh({ signedInAt: current.openedAt }) ? (
        <a className="button quiet" href={dataPath(product)} download>
          Download your data
        </a>
      ) : (
        <p>
          It is given out within an hour of signing in, so that nobody takes it from a browser that was left
          open. <Link href={signInPath(product, { next: securityPath(product) })}>Sign in again</Link>
        </p>
      )}
    </section>
  );
}
