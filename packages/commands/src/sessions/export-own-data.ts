import type { PersonalData, PersonalDataFile } from "@org/stores/personal-data/port";
import type { Outcome } from "../outcome.ts";
import { isFresh, type PasskeyOwner } from "./passkeys/begin-passkey.ts";
import { type PersonWith, type Product, productOf } from "./person.ts";

export interface PersonalDataPorts {
  personalData: Record<Product, Pick<PersonalData, "of">>;
}

export interface OwnDataRequest extends Pick<PasskeyOwner, "signedInAt"> {
  person: Pick<PersonWith<"customer" | "resident">, "id" | "role">;
}

/** Gives people a file of what is kept of them; not to who comes upon a browser that was left signed in. */
export function exportOwnData({ personalData }: PersonalDataPorts) {
  return async ({
    person,
    signedInAt,
  }: OwnDataRequest): Promise<Outcome<{ file: PersonalDataFile }, "sign-in-again" | "no-account">> => {
    if (!isFresh({ signedInAt })) {
      const message = "Sign in again first: the file is given out within an hour of signing in.";
      return { ok: false, code: "sign-in-again", message };
    }
    const file = await personalData[productOf(person.role)].of(person.id);
    if (file) return { ok: true, file };
    return { ok: false, code: "no-account", message: "This account is closed." };
  };
}
