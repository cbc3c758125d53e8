import { subjectOf } from "@org/commands/sessions/find-people";
import { isFresh } from "@org/commands/sessions/passkeys/begin-passkey";
import type { Person, Product } from "@org/commands/sessions/person";
import type { Passkey } from "@org/stores/passkeys/port";
import type { ListedSession } from "@org/stores/sessions/port";
import Link from "next/link";
import { formatDateTime } from "../../format.ts";
import { formatDayTime } from "../../portal/building-time.ts";
import { signInStores } from "../../stores.ts";
import styles from "../security/security.module.css";
import { securityPath } from "../security/security-form.ts";
import { SignInContextFields } from "../sign-in-context-fields.tsx";
import { signInPath } from "../sign-in-path.ts";
import { AddPasskeyForm } from "./add-passkey-form.tsx";
import { removePasskey, renamePasskey } from "./passkey-actions.ts";
import { arePasskeysHere } from "./passkeys-here.ts";

interface PasskeySectionProps {
  product: Product;
  person: Person;
  current: ListedSession | undefined;
}

/** Somebody's passkeys, and how to add one; nothing where browsers have none. */
export async function PasskeySection({ product, person, current }: PasskeySectionProps) {
  if (!arePasskeysHere()) return null;
  const passkeys = await signInStores().passkeys.list(subjectOf(person));
  return (
    <section className="card after-card" aria-labelledby="passkeys">
      <h2 id="passkeys">Passkeys</h2>
      <p>
        With a passkey you sign in by your finger, your face or your device’s PIN. Nobody can guess it or talk
        you out of it, and it works when no email arrives. Codes stay as they are.
      </p>
      <ul className={styles.list}>
        {passkeys.map((passkey) => (
          <PasskeyEntry key={passkey.credentialId} product={product} passkey={passkey} />
        ))}
      </ul>
      {current && isFresh({ signedInAt: current.openedAt }) ? (
        <AddPasskeyForm product={product} name={current.place?.browser ?? "My device"} />
      ) : (
        <p>
          A passkey is added within an hour of signing in, so that nobody adds one of theirs to a browser that
          was left open.{" "}
          <Link href={signInPath(product, { next: securityPath(product) })}>Sign in again</Link>
        </p>
      )}
    </section>
  );
}

function PasskeyEntry({ product, passkey }: { product: Product; passkey: Passkey }) {
  const { credentialId, name, createdAt, lastUsedAt } = passkey;
  const format = product === "ten-ocean" ? formatDayTime : formatDateTime;
  const fields = (
    <>
      <SignInContextFields product={product} />
      <input type="hidden" name="credentialId" value={credentialId} />
    </>
  );
  return (
    <li className={styles.entry}>
      <div>
        <h3>{name}</h3>
        <p>
          Added on {format(createdAt)}, {lastUsedAt ? `used last on ${format(lastUsedAt)}` : "not used yet"}.
        </p>
        <details className={styles.rename}>
          <summary aria-label={`Rename ${name}`}>Rename</summary>
          <form action={renamePasskey}>
            {fields}
            <div className="field">
              <label htmlFor={`name-${credentialId}`}>Name</label>
              <input
                id={`name-${credentialId}`}
                name="name"
                defaultValue={name}
                required
                maxLength={60}
                autoComplete="off"
              />
            </div>
            <button type="submit" className="button quiet">
              Save the name
            </button>
          </form>
        </details>
      </div>
      <form action={removePasskey}>
        {fields}
        <button type="submit" className="button quiet" aria-label={`Remove ${name}`}>
          Remove
        </button>
      </form>
    </li>
  );
}
