import { subjectOf } from "@org/commands/sessions/find-people";
import type { Person, Product } from "@org/commands/sessions/person";
import { Notice } from "../../portal/verification/notice.tsx";
import { sessions } from "../../stores.ts";
import { PasskeySection } from "../passkeys/passkey-section.tsx";
import { DataSection } from "../personal-data/data-section.tsx";
import { sessionToken } from "../session-cookie.ts";
import { securityOutcomes } from "./outcomes.ts";
import { requireSomebody } from "./security-form.ts";
import { SessionSection } from "./session-section.tsx";

interface SecurityPageProps {
  product: Product;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** Where somebody is signed in, and what they sign in with besides codes. */
export async function SecurityPage({ product, searchParams }: SecurityPageProps) {
  const person = await requireSomebody(product);
  const [{ outcome }, open] = await Promise.all([searchParams, sessionsOf(person)]);
  const current = open.find((each) => each.current);
  return (
    <div className="page narrow">
      <h1>Sign-in and security</h1>
      <Notice outcomes={securityOutcomes} code={outcome} />
      <p>
        You sign in with a code that we send to <strong>{person.email}</strong>.
      </p>
      <SessionSection product={product} sessions={open} />
      <PasskeySection product={product} person={person} current={current} />
      <DataSection person={person} current={current} />
    </div>
  );
}

async function sessionsOf(person: Person) {
  return sessions().list(subjectOf(person), (await sessionToken()) ?? "");
}
