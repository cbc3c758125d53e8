import { findNeighbors } from "@org/commands/ten-ocean/forum/find-neighbors";
import { currentPerson } from "#src/session/current-person.ts";
import { tenOcean } from "#src/stores.ts";

/** Whom a resident may name in a post, by the beginning of a name: a few at most. */
export async function GET(request: Request): Promise<Response> {
  const person = await currentPerson();
  if (person?.role !== "resident") {
    return Response.json({ message: "Sign in as a resident to see your neighbors’ names." }, { status: 403 });
  }
  const text = new URL(request.url).searchParams.get("text") ?? "";
  const found = await findNeighbors(tenOcean(), { text, except: person.id });
  return Response.json(found, { headers: { "cache-control": "private, no-store" } });
}
