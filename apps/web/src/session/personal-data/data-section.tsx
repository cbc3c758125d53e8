import { isFresh } from "@org/commands/sessions/passkeys/begin-passkey";
import { type Person, productOf } from "@org/commands/sessions/person";
import type { ListedSession } from "@org/stores/sessions/port";
import Link from "next/link";
import { wordsFor } from "../security/product-language.ts";
import { securityPath } from "../security/security-form.ts";
import { securityWords } from "../security/words.ts";
import { signInPath } from "../sign-in-path.ts";
import { dataPath } from "./data-path.ts";

interface DataSectionProps {
  person: Person;
  current: ListedSession | undefined;
}

/** The file of what is kept of somebody; for customers and residents, whose accounts there is one of. */
export async function DataSection({ person, current }: DataSectionProps) {
  if (person.role !== "customer" && person.role !== "resident") return null;
  const product = productOf(person.role);
  const { say } = await wordsFor(securityWords, product);
  return (
    <section className="card after-card" aria-labelledby="your-data">
      <h2 id="your-data">{say("yourData")}</h2>
      <p>{say("dataFile")}</p>
      {current && isFresh({ signedInAt: current.openedAt }) ? (
        <a className="button quiet" href={dataPath(product)} download>
          {say("downloadData")}
        </a>
      ) : (
        <p>
          {say("dataSoon")}{" "}
          <Link href={signInPath(product, { next: securityPath(product) })}>{say("signInAgain")}</Link>
        </p>
      )}
    </section>
  );
}
