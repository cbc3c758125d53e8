import type { Passkeys } from "@org/stores/passkeys/port";
import { verifyRegistrationResponse } from "@simplewebauthn/server";
import * as z from "zod";
import { textField } from "../../fields.ts";
import type { Outcome } from "../../outcome.ts";
import { type EntriesOf, type FieldOf, type InvalidCode, readRequest, requestRule } from "../../request.ts";
import { subjectOf } from "../find-people.ts";
import type { Person } from "../person.ts";
import { madePasskey } from "./passkey-responses.ts";
import { noPasskeys, type RelyingParty, type RelyingPartyPort } from "./relying-party.ts";

export interface AddPasskeyPorts extends RelyingPartyPort {
  passkeys: Pick<Passkeys, "add" | "takeChallenge">;
}

/** What a passkey may be called. */
export const passkeyName = textField("a name for the passkey, as the device that it is on", 60);

export const passkeyRequest = requestRule({
  schema: z.object({ name: passkeyName, response: madePasskey }),
  fields: ["name"],
  damaged: "What the browser sent could not be read. Add the passkey again.",
});

export interface NewPasskeyEntries {
  person: Person;
  /** The browser's secret. */
  token: string;
  name: string;
  /** What the browser said. */
  response: unknown;
}

const refused = {
  ok: false,
  code: "not-accepted",
  message: "The passkey was not accepted. Add it again; it has to be done within five minutes.",
} as const;

const refusedTwice = {
  ok: false,
  code: "known-passkey",
  message: "This passkey is somebody's already. Use another device or another place to keep it.",
} as const;

type Code = InvalidCode | "no-passkeys" | "not-accepted" | "known-passkey";

/** Adds a passkey that a browser has made for somebody, if it was asked to a moment ago. */
export function addPasskey({ passkeys, relyingParty }: AddPasskeyPorts) {
  return async ({
    person,
    token,
    ...entries
  }: NewPasskeyEntries): Promise<Outcome<object, Code, FieldOf<typeof passkeyRequest>>> => {
    if (!relyingParty) return noPasskeys;
    const read = readRequest(passkeyRequest, given(entries));
    if (!read.ok) return read;
    const userId = subjectOf(person);
    const asked = await passkeys.takeChallenge(token);
    if (asked?.userId !== userId) return refused;
    const { name, response } = read.request;
    const credential = await verified(response, asked.challenge, relyingParty);
    if (!credential) return refused;
    const added = await passkeys.add({
      credentialId: credential.id,
      userId,
      name,
      publicKey: Buffer.from(credential.publicKey).toString("base64url"),
      counter: credential.counter,
      transports: response.response.transports,
    });
    return added ? { ok: true } : refusedTwice;
  };
}

/** Anything may come from a browser; the rule reads it. */
function given(entries: { name: string; response: unknown }): EntriesOf<typeof passkeyRequest> {
  return entries as EntriesOf<typeof passkeyRequest>;
}

async function verified(
  response: z.output<typeof madePasskey>,
  expectedChallenge: string,
  { id, origin }: RelyingParty,
) {
  try {
    const { registrationInfo } = await verifyRegistrationResponse({
      response,
      expectedChallenge,
      expectedOrigin: origin,
      expectedRPID: id,
      requireUserVerification: true,
    });
    return registrationInfo?.credential;
  } catch {
    // It throws for whatever is not as it should be, and says so in words for programmers.
    return undefined;
  }
}
