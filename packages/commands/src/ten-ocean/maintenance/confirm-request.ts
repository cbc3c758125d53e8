import { requestId } from "@org/events/ten-ocean/fields";
import type { MaintenanceRequests } from "@org/stores/ten-ocean/port";
import * as z from "zod";
import type { Outcome } from "../../outcome.ts";
import { type EntriesOf, type InvalidCode, readRequest, requestRule } from "../../request.ts";
import { actOnRequest } from "./act-on-request.ts";
import type { RequestLookup, RequestPerson } from "./request-access.ts";
import { damagedForm } from "./request-fields.ts";
import { type ResolvedRequestCode, resolvedRequestRefusals } from "./request-refusals.ts";
import { requestUpdated } from "./request-updated.ts";

export const requestConfirmation = requestRule({
  schema: z.object({ requestId }),
  fields: [],
  damaged: damagedForm,
});

export type ConfirmRequestPorts = RequestLookup & {
  maintenance: Pick<MaintenanceRequests, "get" | "confirm">;
};

export type Confirmation = EntriesOf<typeof requestConfirmation> & { person: RequestPerson };

/** Its tenant says that a repair holds, which closes the request. Confirming again changes nothing. */
export function confirmRequest(ports: ConfirmRequestPorts) {
  return async ({
    person,
    ...entries
  }: Confirmation): Promise<Outcome<{ requestId: string }, InvalidCode | ResolvedRequestCode>> => {
    return actOnRequest(ports, {
      person,
      read: readRequest(requestConfirmation, entries),
      may: ({ own }) => own,
      refusals: resolvedRequestRefusals,
      act: ({ requestId }) =>
        ports.maintenance.confirm(requestId, { by: person.id }, { emit: requestUpdated }),
    });
  };
}
