import { userId } from "@org/events/fields";
import type { Addresses } from "@org/stores/mohallamart/port";
import * as z from "zod";
import type { Outcome } from "../../outcome.ts";
import { type EntriesOf, type InvalidCode, readRequest, requestRule } from "../../request.ts";

export const forgetAddressRequest = requestRule({
  schema: z.object({ userId, addressId: z.string().min(1).max(100) }),
  fields: [],
  damaged: "There is no such address. Open your account again.",
});

/** A customer no longer wants an address offered; orders keep where they go. One that is gone already is as wanted. */
export function forgetAddress({ addresses }: { addresses: Pick<Addresses, "forget"> }) {
  return async (
    entries: EntriesOf<typeof forgetAddressRequest>,
  ): Promise<Outcome<{ forgotten: boolean }, InvalidCode>> => {
    const read = readRequest(forgetAddressRequest, entries);
    if (!read.ok) return read;
    return { ok: true, forgotten: await addresses.forget(read.request) };
  };
}
