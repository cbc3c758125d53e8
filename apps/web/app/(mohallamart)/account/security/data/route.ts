import { requireRole } from "#src/session/current-person.ts";
import { giveData } from "#src/session/personal-data/give-data.ts";

export async function GET(): Promise<Response> {
  return giveData(await requireRole("customer"));
}
