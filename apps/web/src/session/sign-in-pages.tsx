import { subjectOf } from "@org/commands/sessions/find-people";
import { type Product, productOf } from "@org/commands/sessions/person";
import { wordsIn } from "@org/stores/mohallamart/words/catalogue";
import Link from "next/link";
import { redirect } from "next/navigation";
import { currentLanguage } from "../language/current-language.ts";
import { joined } from "../language/current-words.ts";
import { labelsIn } from "../language/labels.ts";
import { AddressForm } from "./address-form.tsx";
import { CodeForm } from "./code-form.tsx";
import { currentPerson } from "./current-person.ts";
import { DemoPeople } from "./demo-people.tsx";
import { safeNextPath } from "./next-path.ts";
import { PasskeySignIn } from "./passkeys/passkey-sign-in.tsx";
import { arePasskeysHere } from "./passkeys/passkeys-here.ts";
import { roleNames } from "./role-names.ts";
import { chooseAccount } from "./sign-in-actions.ts";
import { SignInContextFields } from "./sign-in-context-fields.tsx";
import { readAttempt, readChoice } from "./sign-in-cookies.ts";
import type { SignInContext } from "./sign-in-form.ts";
import { signInPath } from "./sign-in-path.ts";
import { signInFormWords, signInWords } from "./words.ts";

interface SignInPageProps {
  product: Product;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** Asks for the address. */
export async function AddressPage({ product, searchParams }: SignInPageProps) {
  const next = await nextOf(searchParams);
  const person = await currentPerson();
  const { say, language } = await wordsFor(product);
  const labels = labelsIn(signInFormWords, language);
  return (
    <div className="page narrow">
      <h1>{say("title")}</h1>
      {person && (
        <p className="notice">
          {say(next === undefined ? "signedInAs" : "signedInAsOther", {
            name: person.name,
            role: roleNames[person.role],
          })}
        </p>
      )}
      <AddressForm product={product} next={next} labels={labels} />
      {arePasskeysHere() && <PasskeySignIn next={next} labels={labels} />}
      <DemoPeople product={product} next={next} />
    </div>
  );
}

/** Asks for the code, in the same words whether or not one was sent. */
export async function CodePage({ product, searchParams }: SignInPageProps) {
  const next = await nextOf(searchParams);
  const attempt = await readAttempt(product);
  if (!attempt) redirect(signInPath(product, { next }));
  const { say, pieces, language } = await wordsFor(product);
  return (
    <div className="page narrow">
      <h1>{say("enterCode")}</h1>
      <p>{joined(pieces("onItsWay", { email: <strong>{attempt.email}</strong> }))}</p>
      <CodeForm product={product} next={next} labels={labelsIn(signInFormWords, language)} />
      <p>
        <Link href={signInPath(product, { next })}>{say("another")}</Link>
      </p>
    </div>
  );
}

/** Asks as whom, when several people of the product have the address. */
export async function AccountPage({ product, searchParams }: SignInPageProps) {
  const next = await nextOf(searchParams);
  const people = (await readChoice()).filter(({ role }) => productOf(role) === product);
  if (people.length === 0) redirect(signInPath(product, { next }));
  const { say } = await wordsFor(product);
  return (
    <div className="page narrow">
      <h1>{say("signInAs")}</h1>
      <form action={chooseAccount} className="card">
        <SignInContextFields product={product} next={next} />
        {people.map((person) => (
          <p key={subjectOf(person)}>
            <button type="submit" className="button wide" name="person" value={subjectOf(person)}>
              {person.name}, {roleNames[person.role]}
            </button>
          </p>
        ))}
      </form>
    </div>
  );
}

/** 10 Ocean's people read English. */
async function wordsFor(product: Product) {
  return wordsIn(signInWords, product === "mohallamart" ? await currentLanguage() : undefined);
}

async function nextOf(searchParams: SignInPageProps["searchParams"]): Promise<SignInContext["next"]> {
  const { next } = await searchParams;
  return safeNextPath([next].flat()[0]);
}
