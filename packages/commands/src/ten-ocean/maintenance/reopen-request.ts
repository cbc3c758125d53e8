import { entryId, requestId } from "@org/events/ten-ocean/fields";
import type { MaintenanceRequests } from "@org/stores/ten-ocean/port";
import * as z from "zod";
import type { Outcome } from "../../outcome.ts";
import { type EntriesOf, type InvalidCode, readRequest, requestRule } from "../../request.ts";
import { actOnRequest } from "./act-on-request.ts";
import type { RequestLookup, RequestPerson } from "./request-access.ts";
import { damagedForm, longTextField } from "./request-fields.ts";
import { type ResolvedRequestCode, resolvedRequestRefusals } from "./request-refusals.ts";
import { requestUpdated } from "./request-updated.ts";

export const requestReopening = requestRule({
  schema: z.object({ requestId, entryId, problem: longTextField("what is still wrong", 4_000) }),
  fields: ["problem"],
  damaged: damagedForm,
});

export type ReopenRequestPorts = RequestLookup & {
  maintenance: Pick<MaintenanceRequests, "get" | "reopen">;
};

export type Reopening = EntriesOf<typeof requestReopening> & { person: RequestPerson };

/**
 * Its tenant says what is still wrong after a repair; an admin or a captain may do so for them, as on the phone. The
 * same form again is one reopening.
 */
export function reopenRequest(ports: ReopenRequestPorts) {
  return async ({
    person,
    ...entries
  }: Reopening): Promise<Outcome<{ requestId: string }, InvalidCode | ResolvedRequestCode, "problem">> => {
    return actOnRequest(ports, {
      person,
      read: readRequest(requestReopening, entries),
      may: ({ own, manage }) => own || manage,
      refusals: resolvedRequestRefusals,
      act: ({ requestId, entryId, problem: text }) =>
        ports.maintenance.reopen(requestId, { entryId, text, by: person.id }, { emit: requestUpdated }),
    });
  };
}
