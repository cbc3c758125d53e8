import { requestId } from "@org/events/ten-ocean/fields";
import type { MaintenanceChanges, MaintenanceRequest, MaintenanceRequests } from "@org/stores/ten-ocean/port";
import * as z from "zod";
import { invalidEntries } from "../../internal/invalid-entries.ts";
import type { Outcome } from "../../outcome.ts";
import { refusalOf } from "../../refusal.ts";
import { type EntriesOf, type FieldOf, type InvalidCode, readRequest, requestRule } from "../../request.ts";
import { fromBuildingTime } from "../building-time.ts";
import {
  findRequest,
  notAllowed,
  notTheirs,
  type RequestLookup,
  type RequestPerson,
} from "./request-access.ts";
import { damagedForm, requestPriorities } from "./request-fields.ts";
import { type OpenRequestCode, openRequestRefusals } from "./request-refusals.ts";
import { requestUpdated } from "./request-updated.ts";

/** What those who work on a request set by hand. */
export const workStatuses = ["open", "in-progress", "on-hold"] as const;

export const requestChange = requestRule({
  schema: z.object({
    requestId,
    status: z.string().pipe(z.enum(workStatuses, { error: "Choose one of the statuses." })),
    priority: z.string().pipe(z.enum(requestPriorities, { error: "Choose how urgent it is." })),
    /** By the building's clock, as `2026-11-30T09:00`; empty for no date. */
    scheduledFor: z
      .string()
      .trim()
      .transform((text, context) => {
        const moment = text === "" ? null : fromBuildingTime(text);
        if (moment !== undefined) return moment;
        context.addIssue({ code: "custom", message: "Enter a date and a time, or leave both empty." });
        return z.NEVER;
      }),
  }),
  fields: ["status", "priority", "scheduledFor"],
  damaged: damagedForm,
});

export type RequestChangeField = FieldOf<typeof requestChange>;

export type UpdateRequestPorts = RequestLookup & {
  maintenance: Pick<MaintenanceRequests, "get" | "update">;
  now?: () => Date;
};

export type RequestChange = EntriesOf<typeof requestChange> & { person: RequestPerson };

/** Whoever works on a request says where it stands, how urgent it is and when somebody comes. */
export function updateRequest({ now = () => new Date(), ...ports }: UpdateRequestPorts) {
  return async ({
    person,
    ...entries
  }: RequestChange): Promise<
    Outcome<{ request: MaintenanceRequest }, InvalidCode | OpenRequestCode, RequestChangeField>
  > => {
    const read = readRequest(requestChange, entries);
    if (!read.ok) return read;
    const { requestId, ...changes } = read.request;
    const found = await findRequest(ports, person, requestId);
    if (!found) return notTheirs;
    if (!found.rights.work) return notAllowed;
    if (isPast(changes, found.request, now())) return past;
    try {
      const change = { ...changes, by: person.id };
      return {
        ok: true,
        request: await ports.maintenance.update(requestId, change, { emit: requestUpdated }),
      };
    } catch (error) {
      return refusalOf(error, openRequestRefusals);
    }
  };
}

/** A date that stays may have passed: somebody was there, and the status is what changes. */
function isPast({ scheduledFor }: MaintenanceChanges, before: MaintenanceRequest, now: Date): boolean {
  if (!scheduledFor || scheduledFor === before.scheduledFor) return false;
  return new Date(scheduledFor) <= now;
}

const past = invalidEntries({ scheduledFor: "That is in the past. Choose a time that is still to come." });
