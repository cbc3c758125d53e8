import type { Announcer } from "@org/commands/ten-ocean/community/announcement-request";
import type { Resident, Unit } from "@org/stores/ten-ocean/port";
import { type DigestPreview, previewDigest } from "@org/workflows/ten-ocean/digest/preview-digest";
import { ownOrigin } from "../../http/own-origin.ts";
import { tenOcean } from "../../stores.ts";

/** Residents that a house of ours can have; more than that would need a search instead of a list. */
const most = 2_000;

export interface PreviewedResident {
  resident: Resident;
  unit: Unit | undefined;
}

/** The residents whose digest somebody may look at: a captain those of their floor; by name. */
export async function previewedResidents(viewer: Announcer): Promise<PreviewedResident[]> {
  const { residents, units } = tenOcean();
  const [living, house] = await Promise.all([
    residents.list({ standing: "resident", limit: most }),
    units.list(),
  ]);
  return living
    .map((resident) => ({ resident, unit: house.find(({ unitId }) => unitId === resident.unitId) }))
    .filter(({ unit }) => viewer.role === "association-admin" || unit?.floor === viewer.floor)
    .toSorted((a, b) => a.resident.firstName.localeCompare(b.resident.firstName, "en-US"));
}

/** Which digest a page is asked to show. */
export interface PreviewRequest {
  resident: string;
  period: "daily" | "weekly";
}

export function previewRequest(entries: Record<string, string | string[] | undefined>): PreviewRequest {
  const { resident, period } = entries;
  return { resident: String(resident ?? ""), period: period === "daily" ? "daily" : "weekly" };
}

/** That digest as it would be sent now; undefined when the viewer may not see it, or there is no such resident. */
export async function findPreview(
  viewer: Announcer,
  { resident: userId, period }: PreviewRequest,
): Promise<DigestPreview | undefined> {
  const isTheirs = (await previewedResidents(viewer)).some(({ resident }) => resident.userId === userId);
  if (!isTheirs) return undefined;
  const { digests } = tenOcean();
  return previewDigest({ digests, portalUrl: ownOrigin() })(userId, period, new Date());
}
