import { seeOther } from "#src/http/see-other.ts";
import { currentPerson } from "#src/session/current-person.ts";
import { safeNextPath } from "#src/session/next-path.ts";

/** Gives a session a new secret where it needs one, and leads back to the page that could not. */
export async function GET(request: Request): Promise<Response> {
  await currentPerson();
  const next = new URL(request.url).searchParams.get("next") ?? undefined;
  return seeOther(safeNextPath(next) ?? "/");
}
