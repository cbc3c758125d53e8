import {
  type AccessibleRequest,
  findRequest,
  type RequestPerson,
} from "@org/commands/ten-ocean/maintenance/request-access";
import { requestId as requestIdSchema } from "@org/events/ten-ocean/fields";
import { versionOf, type Watched } from "../../live/watch.ts";
import { tenOcean } from "../../stores.ts";
import { type EntryView, toEntryView } from "./entry-words.ts";
import { namesOf } from "./member-names.ts";

export interface FoundRequest extends AccessibleRequest, Watched {
  entries: EntryView[];
  /** The name of whoever is in charge. */
  assignee: string | undefined;
  reporter: string;
}

/** A request with its history, as the person may see it; undefined when there is none for them. */
export async function findRequestFor(
  person: RequestPerson,
  requestId: string,
): Promise<FoundRequest | undefined> {
  if (!requestIdSchema.safeParse(requestId).success) return undefined;
  const found = await findRequest(tenOcean(), person, requestId);
  if (!found) return undefined;
  const { request, rights } = found;
  const all = await tenOcean().maintenance.history(requestId);
  const takesPart = rights.own || rights.work;
  // What was written to each other is not for a neighbor who looks at what is wrong in the lobby.
  const history = takesPart ? all : all.filter(({ kind }) => kind !== "commented");
  const names = await namesOf([
    ...history.flatMap(({ by, assigneeId }) => [by, assigneeId]),
    request.userId,
    request.assigneeId,
  ]);
  const nameOf = (memberId: string) =>
    !takesPart && memberId === request.userId ? "A neighbor" : (names.get(memberId) ?? "Somebody");
  const entries = history
    .map((entry) => toEntryView(entry, nameOf))
    .map(({ text, ...entry }) => (takesPart ? { ...entry, text } : entry));
  return {
    ...found,
    entries,
    reporter: nameOf(request.userId),
    assignee: request.assigneeId && nameOf(request.assigneeId),
    version: versionOf([request, entries]),
    settled: request.status === "closed",
  };
}
