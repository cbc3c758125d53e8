import { postId } from "@org/events/ten-ocean/fields";
import type { Route } from "next";

const postParameters = ["from", "after", "before", "reply", "edit", "remove", "written"] as const;

/** What the address of a topic's page asks for; each is a post's id. */
export type ThreadQuery = Partial<Record<(typeof postParameters)[number], string>> & {
  /** The page with the first post that the reader has not seen. */
  unread?: boolean;
};

/** Of the parameters of an address, those that name a post. */
export function toThreadQuery(parameters: Record<string, string | string[] | undefined>): ThreadQuery {
  const named = postParameters.flatMap((name) => {
    const { data } = postId.safeParse(parameters[name]);
    return data === undefined ? [] : [[name, data] as const];
  });
  return { ...Object.fromEntries(named), unread: parameters.unread !== undefined };
}

/** A topic's address. @param anchor the post to go to, or a part of the page */
export function threadPath(topicId: string, { unread, ...query }: ThreadQuery = {}, anchor?: string): Route {
  const text = new URLSearchParams({ ...query, ...(unread && { unread: "" }) }).toString();
  return `/ten-ocean/forum/${topicId}${text && `?${text}`}${anchor ? `#${anchor}` : ""}` as Route;
}
