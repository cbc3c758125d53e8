import { commonAreas } from "@org/events/ten-ocean/fields";
import { cutText } from "@org/events/text";
import type {
  Admins,
  MaintenanceRequest,
  MaintenanceRequests,
  Residents,
  Units,
} from "@org/stores/ten-ocean/port";
import { NonRetriableError } from "inngest";
import * as z from "zod";

/** What every message about a request names it by. */
export const requestFacts = z.object({
  requestId: z.string(),
  number: z.int(),
  /** In words: `plumbing`. */
  about: z.string(),
  /** In words: `unit 4B`, or the area as its reporter calls it. */
  place: z.string(),
});

export type RequestFacts = z.output<typeof requestFacts>;

export interface RequestPorts {
  maintenance: Pick<MaintenanceRequests, "get">;
  units: Pick<Units, "list">;
}

/** @throws NonRetriableError when there is none. */
export async function findRequest(
  { maintenance }: RequestPorts,
  requestId: string,
): Promise<MaintenanceRequest> {
  const request = await maintenance.get(requestId);
  if (request) return request;
  throw new NonRetriableError(
    `Maintenance request ${requestId} does not exist: it was removed, or the event names a wrong one.`,
  );
}

const categoryWords = new Map([
  ["structural", "walls, floors or windows"],
  ["common-area", "a common area"],
  ["other", "something else"],
]);

export async function factsOf(
  { units }: Pick<RequestPorts, "units">,
  { requestId, number, category, unitId, area }: MaintenanceRequest,
): Promise<RequestFacts> {
  const unit = (await units.list()).find((each) => each.unitId === unitId);
  return {
    requestId,
    number,
    about: categoryWords.get(category) ?? category,
    place: area ?? `unit ${unit?.label ?? "unknown"}`,
  };
}

/** Those who look after a request: the admins, and the captains of its unit's floor. */
export async function boardOf(
  { admins }: { admins: Pick<Admins, "list"> },
  { unitId = commonAreas }: Pick<MaintenanceRequest, "unitId">,
): Promise<string[]> {
  return (await admins.list({ unitId })).map(({ adminId }) => adminId);
}

export interface NamePorts {
  admins: Pick<Admins, "get">;
  residents: Pick<Residents, "get">;
}

/** As others call a member; one who was removed is a former resident. */
export async function nameOf({ admins, residents }: NamePorts, memberId: string): Promise<string> {
  if (memberId.startsWith("admin_")) return (await admins.get(memberId))?.name ?? "somebody";
  const resident = await residents.get(memberId);
  return [resident?.firstName, resident?.lastName].filter(Boolean).join(" ") || "a former resident";
}

/** The beginning of a text, for a message that leads to the whole. */
export function excerptOf(text: string, maximum = 500): string {
  return cutText(text, maximum);
}
