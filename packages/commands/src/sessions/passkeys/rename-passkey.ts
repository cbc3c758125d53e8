import type { Passkeys } from "@org/stores/passkeys/port";
import * as z from "zod";
import type { Outcome } from "../../outcome.ts";
import { type EntriesOf, type FieldOf, type InvalidCode, readRequest, requestRule } from "../../request.ts";
import { subjectOf } from "../find-people.ts";
import type { Person } from "../person.ts";
import { passkeyName } from "./add-passkey.ts";
import { unknownPasskey } from "./unknown-passkey.ts";

export const passkeyNameRequest = requestRule({
  schema: z.object({ credentialId: z.string().min(1), name: passkeyName }),
  fields: ["name"],
  damaged: unknownPasskey.message,
});

/** Somebody calls a passkey of theirs something else. */
export function renamePasskey({ passkeys }: { passkeys: Pick<Passkeys, "rename"> }) {
  return async ({
    person,
    ...entries
  }: EntriesOf<typeof passkeyNameRequest> & { person: Person }): Promise<
    Outcome<object, InvalidCode | "unknown-passkey", FieldOf<typeof passkeyNameRequest>>
  > => {
    const read = readRequest(passkeyNameRequest, entries);
    if (!read.ok) return read;
    const { credentialId, name } = read.request;
    return (await passkeys.rename(subjectOf(person), credentialId, name)) ? { ok: true } : unknownPasskey;
  };
}
