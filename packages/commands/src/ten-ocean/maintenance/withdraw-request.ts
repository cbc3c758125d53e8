import { requestId } from "@org/events/ten-ocean/fields";
import type { MaintenanceRequests } from "@org/stores/ten-ocean/port";
import * as z from "zod";
import type { Outcome } from "../../outcome.ts";
import { type EntriesOf, type InvalidCode, readRequest, requestRule } from "../../request.ts";
import { actOnRequest } from "./act-on-request.ts";
import type { RequestLookup, RequestPerson } from "./request-access.ts";
import { damagedForm } from "./request-fields.ts";
import { type OpenRequestCode, openRequestRefusals } from "./request-refusals.ts";
import { requestUpdated } from "./request-updated.ts";

export const requestWithdrawal = requestRule({
  schema: z.object({ requestId }),
  fields: [],
  damaged: damagedForm,
});

export type WithdrawRequestPorts = RequestLookup & {
  maintenance: Pick<MaintenanceRequests, "get" | "withdraw">;
};

export type Withdrawal = EntriesOf<typeof requestWithdrawal> & { person: RequestPerson };

/** Its tenant takes a request back that needs no repair any more. Doing so again changes nothing. */
export function withdrawRequest(ports: WithdrawRequestPorts) {
  return async ({
    person,
    ...entries
  }: Withdrawal): Promise<Outcome<{ requestId: string }, InvalidCode | OpenRequestCode>> => {
    return actOnRequest(ports, {
      person,
      read: readRequest(requestWithdrawal, entries),
      may: ({ own }) => own,
      refusals: openRequestRefusals,
      act: ({ requestId }) =>
        ports.maintenance.withdraw(requestId, { by: person.id }, { emit: requestUpdated }),
    });
  };
}
