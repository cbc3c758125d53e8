import { subjectOf } from "@org/commands/sessions/find-people";
import { isFresh } from "@org/commands/sessions/passkeys/begin-passkey";
import type { Person, Product } from "@org/commands/sessions/person";
import type { Passkey } from "@org/stores/passkeys/port";
import type { ListedSession } from "@org/stores/sessions/port";
import Link from "next/link";
import { TextField } from "../../design/field.tsx";
import { formatDateTime } from "../../format.ts";
import { labelsIn } from "../../language/labels.ts";
import { formatDayTime } from "../../portal/building-time.ts";
import { signInStores } from "../../stores.ts";
import { wordsFor } from "../security/product-language.ts";
import styles from "../security/security.module.css";
import { securityPath } from "../security/security-form.ts";
import { addPasskeyWords, securityWords } from "../security/words.ts";
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
  const { say, language } = await wordsFor(securityWords, product);
  const passkeys = await signInStores().passkeys.list(subjectOf(person));
  return (
    <section className="card after-card" aria-labelledby="passkeys">
      <h2 id="passkeys">{say("passkeys")}</h2>
      <p>{say("whatFor")}</p>
      <ul className={styles.list}>
        {passkeys.map((passkey) => (
          <PasskeyEntry key={passkey.credentialId} product={product} passkey={passkey} />
        ))}
      </ul>
      {current && isFresh({ signedInAt: current.openedAt }) ? (
        <AddPasskeyForm
          product={product}
          name={current.place?.browser ?? say("myDevice")}
          labels={labelsIn(addPasskeyWords, language)}
        />
      ) : (
        <p>
          {say("soon")}{" "}
          <Link href={signInPath(product, { next: securityPath(product) })}>{say("signInAgain")}</Link>
        </p>
      )}
    </section>
  );
}

async function PasskeyEntry({ product, passkey }: { product: Product; passkey: Passkey }) {
  const { credentialId, name, createdAt, lastUsedAt } = passkey;
  const { say, language } = await wordsFor(securityWords, product);
  const format = (iso: string) =>
    product === "ten-ocean" ? formatDayTime(iso) : formatDateTime(iso, language);
  const added = format(createdAt);
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
          {lastUsedAt ? say("addedAndUsed", { added, used: format(lastUsedAt) }) : say("unused", { added })}
        </p>
        <details className={styles.rename}>
          <summary aria-label={say("renameNamed", { name })}>{say("rename")}</summary>
          <form action={renamePasskey}>
            {fields}
            <TextField
              id={`name-${credentialId}`}
              name="name"
              label={say("name")}
              defaultValue={name}
              required
              maxLength={60}
              autoComplete="off"
            />
            <button type="submit" className="button quiet">
              {say("saveName")}
            </button>
          </form>
        </details>
      </div>
      <form action={removePasskey}>
        {fields}
        <button type="submit" className="button quiet" aria-label={say("removeNamed", { name })}>
          {say("remove")}
        </button>
      </form>
    </li>
  );
}
