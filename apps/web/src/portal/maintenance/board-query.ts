import type { RequestStatus } from "@org/stores/ten-ocean/port";
import type { Route } from "next";

export type BoardFilter = "mine" | "unassigned" | "urgent";

export const boardFilters: readonly { filter: BoardFilter | undefined; label: string }[] = [
  { filter: undefined, label: "All" },
  { filter: "mine", label: "Mine" },
  { filter: "unassigned", label: "Nobody’s yet" },
  { filter: "urgent", label: "Urgent" },
];

/** In the order of the columns. */
export const statusesOfBoard: readonly RequestStatus[] = [
  "open",
  "in-progress",
  "on-hold",
  "resolved",
  "closed",
];

export interface BoardQuery {
  filter: BoardFilter | undefined;
  /** Given where one status is shown in full. */
  status?: RequestStatus;
  after?: string;
}

type Parameters = Record<string, string | string[] | undefined>;

/** What an address asks for; whatever it asks that is nothing is left out. */
export function readBoardQuery({ filter, status, after }: Parameters): BoardQuery {
  return {
    filter: boardFilters.find((each) => each.filter === filter)?.filter,
    status: statusesOfBoard.find((each) => each === status),
    after: typeof after === "string" && /^req_\w{1,64}$/.test(after) ? after : undefined,
  };
}

export function boardHref({ filter, status, after }: BoardQuery): Route {
  const entries = Object.entries({ filter, status, after }).filter(([, value]) => value !== undefined);
  const query = new URLSearchParams(entries.map(([name, value]) => [name, String(value)]));
  return entries.length === 0 ? "/ten-ocean/admin/maintenance" : `/ten-ocean/admin/maintenance?${query}`;
}
