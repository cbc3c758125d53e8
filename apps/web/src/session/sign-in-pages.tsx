import { subjectOf } from "@org/commands/sessions/find-people";
import { type Product, productOf } from "@org/commands/sessions/person";
import Link from "next/link";
import { redirect } from "next/navigation";
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

interface SignInPageProps {
  product: Product;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** Asks for the address. */
export async function AddressPage({ product, searchParams }: SignInPageProps) {
  const next = await nextOf(searchParams);
  const person = await currentPerson();
  return (
    <div className="page narrow">
      <h1>Sign in</h1>
      {person && (
        <p className="notice">
          You are signed in as {person.name} ({roleNames[person.role]})
          {next !== undefined && ", who cannot open the page you came from"}. Signing in here replaces that.
        </p>
      )}
      <AddressForm product={product} next={next} />
      {arePasskeysHere() && <PasskeySignIn next={next} />}
      <DemoPeople product={product} next={next} />
    </div>
  );
}

/** Asks for the code, in the same words whether or not one was sent. */
export async function CodePage({ product, searchParams }: SignInPageProps) {
  const next = await nextOf(searchParams);
  const attempt = await readAttempt(product);
  if (!attempt) redirect(signInPath(product, { next }));
  return (
    <div className="page narrow">
      <h1>Enter your code</h1>
      <p>
        If someone signs in with <strong>{attempt.email}</strong>, a code is on its way there. It can take a
        minute, and some mail programs put it with the spam.
      </p>
      <CodeForm product={product} next={next} />
      <p>
        <Link href={signInPath(product, { next })}>Use another address or ask for a new code</Link>
      </p>
    </div>
  );
}

/** Asks as whom, when several people of the product have the address. */
export async function AccountPage({ product, searchParams }: SignInPageProps) {
  const next = await nextOf(searchParams);
  const people = (await readChoice()).filter(({ role }) => productOf(role) === product);
  if (people.length === 0) redirect(signInPath(product, { next }));
  return (
    <div className="page narrow">
      <h1>Sign in as</h1>
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

async function nextOf(searchParams: SignInPageProps["searchParams"]): Promise<SignInContext["next"]> {
  const { next } = await searchParams;
  return safeNextPath([next].flat()[0]);
}
