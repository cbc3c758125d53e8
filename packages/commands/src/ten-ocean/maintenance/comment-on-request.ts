import { entryId, requestId } from "@org/events/ten-ocean/fields";
import type { MaintenanceRequests } from "@org/stores/ten-ocean/port";
import * as z from "zod";
import type { Outcome } from "../../outcome.ts";
import { type EntriesOf, type InvalidCode, readRequest, requestRule } from "../../request.ts";
import { actOnRequest } from "./act-on-request.ts";
import type { RequestLookup, RequestPerson } from "./request-access.ts";
import { damagedForm, longTextField } from "./request-fields.ts";
import { type OpenRequestCode, openRequestRefusals } from "./request-refusals.ts";
import { requestUpdated } from "./request-updated.ts";

export const requestComment = requestRule({
  schema: z.object({ requestId, entryId, comment: longTextField("what you want to say", 4_000) }),
  fields: ["comment"],
  damaged: damagedForm,
});

export type CommentOnRequestPorts = RequestLookup & {
  maintenance: Pick<MaintenanceRequests, "get" | "comment">;
};

export type RequestComment = EntriesOf<typeof requestComment> & { person: RequestPerson };

/** Its tenant, or whoever works on it, adds something to a request. The same form again is one comment. */
export function commentOnRequest(ports: CommentOnRequestPorts) {
  return async ({
    person,
    ...entries
  }: RequestComment): Promise<Outcome<{ requestId: string }, InvalidCode | OpenRequestCode, "comment">> => {
    return actOnRequest(ports, {
      person,
      read: readRequest(requestComment, entries),
      may: ({ own, work }) => own || work,
      refusals: openRequestRefusals,
      act: ({ requestId, entryId, comment: text }) =>
        ports.maintenance.comment(requestId, { entryId, text, by: person.id }, { emit: requestUpdated }),
    });
  };
}
