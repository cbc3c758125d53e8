import { memberId, requestId } from "@org/events/ten-ocean/fields";
import { maintenanceRequestAssigned } from "@org/events/ten-ocean/maintenance-request-assigned";
import type { MaintenanceRequests } from "@org/stores/ten-ocean/port";
import * as z from "zod";
import type { Outcome, Refusal } from "../../outcome.ts";
import { refusalOf } from "../../refusal.ts";
import { type EntriesOf, type InvalidCode, readRequest, requestRule } from "../../request.ts";
import {
  findMember,
  findRequest,
  type MemberLookup,
  notAllowed,
  notTheirs,
  type RequestLookup,
  type RequestPerson,
} from "./request-access.ts";
import { damagedForm } from "./request-fields.ts";
import { type OpenRequestCode, openRequestRefusals } from "./request-refusals.ts";

const notFound = "Choose somebody from the list: an admin, a floor captain, or somebody who lives here.";

export const assignmentRequest = requestRule({
  schema: z.object({
    requestId,
    assigneeId: z.string().refine((text) => memberId.safeParse(text).success, notFound),
  }),
  fields: ["assigneeId"],
  damaged: damagedForm,
});

export type AssignRequestPorts = MemberLookup &
  RequestLookup & { maintenance: Pick<MaintenanceRequests, "get" | "assign"> };

export type Assignment = EntriesOf<typeof assignmentRequest> & { person: RequestPerson };

export type AssignmentCode = InvalidCode | OpenRequestCode | "unknown-member";

/** An admin or a floor captain puts somebody in charge. The same again changes and emits nothing. */
export function assignRequest(ports: AssignRequestPorts) {
  return async ({
    person,
    ...entries
  }: Assignment): Promise<Outcome<{ assigneeId: string }, AssignmentCode, "assigneeId">> => {
    const read = readRequest(assignmentRequest, entries);
    if (!read.ok) return read;
    const { requestId, assigneeId } = read.request;
    const found = await findRequest(ports, person, requestId);
    if (!found) return notTheirs;
    if (!found.rights.manage) return notAllowed;
    if (!(await findMember(ports, assigneeId))) return unknownMember;
    try {
      await ports.maintenance.assign(
        requestId,
        { assigneeId, by: person.id },
        {
          emit: ({ before }) => [
            maintenanceRequestAssigned.create({
              ...{ requestId, assigneeId, assignedBy: person.id, formerAssigneeId: before.assigneeId },
            }),
          ],
        },
      );
      return { ok: true, assigneeId };
    } catch (error) {
      return refusalOf(error, openRequestRefusals);
    }
  };
}

const unknownMember: Refusal<"unknown-member", "assigneeId"> = {
  ok: false,
  code: "unknown-member",
  message: "Nothing was changed.",
  fields: { assigneeId: notFound },
};
