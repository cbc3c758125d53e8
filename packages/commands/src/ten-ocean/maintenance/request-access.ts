import type {
  Admin,
  Admins,
  MaintenanceRequest,
  Resident,
  Residents,
  Unit,
  Units,
} from "@org/stores/ten-ocean/port";
import type { Refusal } from "../../outcome.ts";
import type { PersonWith } from "../../sessions/person.ts";

/** Who has to do with requests; never from a form. */
export type RequestPerson = PersonWith<"resident" | "association-admin" | "floor-captain">;

/** What somebody may do with a request. */
export interface RequestRights {
  see: boolean;
  /** Confirm, open again and withdraw it: it is theirs. */
  own: boolean;
  /** Change and resolve it: they are in charge of it, or of the house. */
  work: boolean;
  /** Put somebody in charge. */
  manage: boolean;
}

export interface AccessibleRequest {
  request: MaintenanceRequest;
  /** Undefined for a common area. */
  unit: Unit | undefined;
  rights: RequestRights;
}

export interface RequestLookup {
  maintenance: { get(requestId: string): Promise<MaintenanceRequest | undefined> };
  units: Pick<Units, "list">;
}

/** A request, when the person may see it. */
export async function findRequest(
  { maintenance, units }: RequestLookup,
  person: RequestPerson,
  requestId: string,
): Promise<AccessibleRequest | undefined> {
  const [request, house] = await Promise.all([maintenance.get(requestId), units.list()]);
  if (!request) return undefined;
  const unit = house.find(({ unitId }) => unitId === request.unitId);
  const rights = rightsOf(person, request, unit);
  return rights.see ? { request, unit, rights } : undefined;
}

/**
 * An admin looks after every request, a floor captain after those of their floor's units, and whoever was put in charge
 * after that one. What is wrong in a common area everybody may see.
 */
export function rightsOf(
  person: RequestPerson,
  { userId, area, assigneeId }: Pick<MaintenanceRequest, "userId" | "area" | "assigneeId">,
  unit: Unit | undefined,
): RequestRights {
  const isCaptainHere = person.role === "floor-captain" && person.floor === unit?.floor;
  const manage = person.role === "association-admin" || isCaptainHere;
  const work = manage || person.id === assigneeId;
  const own = person.id === userId;
  return { manage, work, own, see: work || own || area !== undefined };
}

export type NotTheirs = Refusal<"not-theirs", never>;

/** Of a request that does not exist, or is none of the person's business: they are not told which. */
export const notTheirs: NotTheirs = {
  ok: false,
  code: "not-theirs",
  message: "There is no such request for you. Open your list of requests and choose one there.",
};

/** Of one that they may see, and no more. */
export const notAllowed: NotTheirs = {
  ok: false,
  code: "not-theirs",
  message: "Nothing was changed: somebody else looks after this request. Write to them or call them.",
};

export interface MemberLookup {
  admins: Pick<Admins, "get">;
  residents: Pick<Residents, "get">;
}

/** Someone who can be put in charge: an admin, a floor captain, or somebody who lives here. */
export async function findMember(
  { admins, residents }: MemberLookup,
  memberId: string,
): Promise<Admin | Resident | undefined> {
  if (memberId.startsWith("admin_")) return await admins.get(memberId);
  const resident = await residents.get(memberId);
  return resident?.standing === "resident" ? resident : undefined;
}
