import { commonAreas, requestId, unitId } from "@org/events/ten-ocean/fields";
import { maintenanceRequestCreated } from "@org/events/ten-ocean/maintenance-request-created";
import type { MaintenanceRequests, NewMaintenanceRequest, Residents } from "@org/stores/ten-ocean/port";
import * as z from "zod";
import { textField } from "../../fields.ts";
import type { Outcome, Refusal } from "../../outcome.ts";
import { type EntriesOf, type FieldOf, type InvalidCode, readRequest, requestRule } from "../../request.ts";
import type { PersonWith } from "../../sessions/person.ts";
import { damagedForm, longTextField, requestCategories, requestPriorities } from "./request-fields.ts";

const choose = (what: string) => ({ error: `Choose ${what}.` });

export const reportedRequest = requestRule({
  schema: z
    .object({
      requestId,
      category: z.string().pipe(z.enum(requestCategories, choose("what it is about"))),
      priority: z.string().pipe(z.enum(requestPriorities, choose("how urgent it is"))),
      /** The reporter's unit, or `unit_common`. */
      place: z.string().pipe(
        z
          .string()
          .regex(/^unit_/, choose("where it is"))
          .pipe(unitId),
      ),
      /** Where in the building; empty for a unit. */
      area: z.string(),
      description: longTextField("what is wrong", 4_000),
    })
    .superRefine(({ place, area }, context) => {
      if (place !== commonAreas) return;
      const { error } = areaField.safeParse(area);
      for (const { message } of error?.issues ?? [])
        context.addIssue({ code: "custom", path: ["area"], message });
    }),
  fields: ["category", "priority", "place", "area", "description"],
  damaged: damagedForm,
});

const areaField = textField("where in the building it is, as “Lobby” or “Stairs, third floor”", 80);

export type ReportField = FieldOf<typeof reportedRequest>;

export interface ReportRequestPorts {
  residents: Pick<Residents, "get">;
  maintenance: Pick<MaintenanceRequests, "create" | "get">;
}

export type Report = EntriesOf<typeof reportedRequest> & { person: PersonWith<"resident"> };

/** `not-theirs`: a unit that is not their own; `not-resident`: they do not live here any more. */
export type ReportCode = InvalidCode | "not-theirs" | "not-resident";

/** A resident reports something to repair, in their own unit or in a common area. The same form again is one request. */
export function reportRequest({ residents, maintenance }: ReportRequestPorts) {
  return async ({
    person,
    ...entries
  }: Report): Promise<Outcome<{ requestId: string; number: number }, ReportCode, ReportField>> => {
    const read = readRequest(reportedRequest, entries);
    if (!read.ok) return read;
    const { place, area, ...rest } = read.request;
    const resident = await residents.get(person.id);
    if (resident?.standing !== "resident") return notResident;
    if (place !== commonAreas && place !== resident.unitId) return notTheirUnit;
    const where = place === commonAreas ? { area: areaField.parse(area) } : { unitId: place };
    return await write(maintenance, { ...rest, ...where, userId: person.id });
  };
}

async function write(
  maintenance: ReportRequestPorts["maintenance"],
  request: NewMaintenanceRequest & Pick<z.output<typeof reportedRequest.schema>, "category">,
): Promise<{ ok: true; requestId: string; number: number } | Refusal<"damaged", never>> {
  const { requestId, userId, category, priority, unitId = commonAreas } = request;
  await maintenance.create(request, {
    emit: [maintenanceRequestCreated.create({ requestId, userId, unitId, category, priority })],
  });
  const written = await maintenance.get(requestId);
  // An id of somebody else's request, which no form of ours brings.
  if (written?.userId !== userId) return { ok: false, code: "damaged", message: damagedForm };
  return { ok: true, requestId, number: written.number };
}

const notResident: Refusal<"not-resident", never> = {
  ok: false,
  code: "not-resident",
  message: "Only people who live in the building report repairs. Call an admin if that is you.",
};

const notTheirUnit: Refusal<"not-theirs", "place"> = {
  ok: false,
  code: "not-theirs",
  message: "Nothing was reported.",
  fields: { place: "That is not your unit. Choose your own, or a common area." },
};
