import { subjectOf } from "@org/commands/sessions/find-people";
import type { Person, Product } from "@org/commands/sessions/person";
import { joined } from "../../language/joined.ts";
import { labelsIn } from "../../language/labels.ts";
import { Notice } from "../../portal/verification/notice.tsx";
import { sessions } from "../../stores.ts";
import { requireSignedIn } from "../current-person.ts";
import { PasskeySection } from "../passkeys/passkey-section.tsx";
import { DataSection } from "../personal-data/data-section.tsx";
import { sessionToken } from "../session-cookie.ts";
import { securityOutcomeWords } from "./outcome-words.ts";
import { wordsFor } from "./product-language.ts";
import { SessionSection } from "./session-section.tsx";
import { securityWords } from "./words.ts";

interface SecurityPageProps {
  product: Product;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** Where somebody is signed in, and what they sign in with besides codes. */
export async function SecurityPage({ product, searchParams }: SecurityPageProps) {
  const { person } = await requireSignedIn(product);
  const [{ outcome }, open] = await Promise.all([searchParams, sessionsOf(person)]);
  const current = open.find((each) => each.current);
  const { say, pieces, language } = await wordsFor(securityWords, product);
  return (
    <div className="page narrow">
      <h1>{say("title")}</h1>
      <Notice outcomes={labelsIn(securityOutcomeWords, language)} code={outcome} />
      <p>{joined(pieces("codeTo", { email: <strong>{person.email}</strong> }))}</p>
      <SessionSection person={person} sessions={open} />
      <PasskeySection product={product} person={person} current={current} />
      <DataSection person={person} current={current} />
    </div>
  );
}

async function sessionsOf(person: Person) {
  return sessions().list(subjectOf(person), (await sessionToken()) ?? "");
}
