import { requestId } from "@org/events/ten-ocean/fields";
import { maintenanceRequestResolved } from "@org/events/ten-ocean/maintenance-request-resolved";
import type { MaintenanceRequests } from "@org/stores/ten-ocean/port";
import * as z from "zod";
import type { Outcome, Refusal } from "../../outcome.ts";
import { refusalOf } from "../../refusal.ts";
import { type EntriesOf, type InvalidCode, readRequest, requestRule } from "../../request.ts";
import {
  findRequest,
  notAllowed,
  notTheirs,
  type RequestLookup,
  type RequestPerson,
} from "./request-access.ts";
import { damagedForm, longTextField } from "./request-fields.ts";
import { type OpenRequestCode, openRequestRefusals } from "./request-refusals.ts";

export const requestResolution = requestRule({
  schema: z.object({ requestId, resolution: longTextField("what was done", 1_000) }),
  fields: ["resolution"],
  damaged: damagedForm,
});

export type ResolveRequestPorts = RequestLookup & {
  maintenance: Pick<MaintenanceRequests, "get" | "resolve">;
};

export type Resolution = EntriesOf<typeof requestResolution> & { person: RequestPerson };

/** Whoever works on a request says that it is done; its tenant is asked whether it holds. */
export function resolveRequest(ports: ResolveRequestPorts) {
  return async ({
    person,
    ...entries
  }: Resolution): Promise<Outcome<{ requestId: string }, InvalidCode | OpenRequestCode, "resolution">> => {
    const read = readRequest(requestResolution, entries);
    if (!read.ok) return read;
    const { requestId, resolution } = read.request;
    const found = await findRequest(ports, person, requestId);
    if (!found) return notTheirs;
    if (!found.rights.work) return notAllowed;
    const resolvedBy = person.id;
    try {
      const resolved = await ports.maintenance.resolve(
        requestId,
        { resolvedBy, resolution },
        {
          emit: ({ entry: { entryId } }) => [
            maintenanceRequestResolved.create({ requestId, resolvedBy, resolution, entryId }),
          ],
        },
      );
      return resolved ? { ok: true, requestId } : resolvedAlready;
    } catch (error) {
      return refusalOf(error, openRequestRefusals);
    }
  };
}

const resolvedAlready: Refusal<"resolved", never> = {
  ok: false,
  code: "resolved",
  message: "Nothing was changed: somebody resolved this request before you.",
};
