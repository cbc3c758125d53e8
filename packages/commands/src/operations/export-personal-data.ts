import type { PersonalDataFile } from "@org/stores/personal-data/port";
import type { Outcome } from "../outcome.ts";
import type { PersonalDataPorts } from "../sessions/export-own-data.ts";
import type { Product } from "../sessions/person.ts";

/** An operator gets what is kept of a person who asked for it and cannot sign in. */
export function exportPersonalData({ personalData }: PersonalDataPorts) {
  return async ({
    product,
    userId,
  }: {
    product: Product;
    userId: string;
  }): Promise<Outcome<{ file: PersonalDataFile }, "no-account">> => {
    const file = await personalData[product].of(userId);
    if (file) return { ok: true, file };
    const message = `There is no account ${userId} at ${product}. Its id stands in the address of an order or a resident's page; a closed account has no file.`;
    return { ok: false, code: "no-account", message };
  };
}
