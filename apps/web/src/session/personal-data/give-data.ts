import type { PersonWith } from "@org/commands/sessions/person";
import { productOf } from "@org/commands/sessions/person";
import { redirect } from "next/navigation";
import { sessionCommands } from "../../commands.ts";
import { log } from "../../log.ts";
import { currentSession } from "../passkeys/current-session.ts";
import { securityPath } from "../security/security-form.ts";
import { signInPath } from "../sign-in-path.ts";

/** Answers with the file of what is kept of whoever is signed in; who signed in a while ago does so again first. */
export async function giveData(person: PersonWith<"customer" | "resident">): Promise<Response> {
  const product = productOf(person.role);
  const session = await currentSession(person);
  const outcome = await sessionCommands().exportOwnData({ person, signedInAt: session?.openedAt ?? "" });
  if (!outcome.ok) redirect(signInPath(product, { next: securityPath(product) }));
  log.info({ userId: person.id, product }, "somebody was given what is kept of them");
  return new Response(`${JSON.stringify(outcome.file, null, 2)}\n`, {
    headers: {
      "content-type": "application/json; charset=utf-8",
      "content-disposition": `attachment; filename="${product}-my-data.json"`,
      "cache-control": "private, no-store",
    },
  });
}
