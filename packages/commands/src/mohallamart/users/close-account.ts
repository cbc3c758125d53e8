import { userDeleted } from "@org/events/mohallamart/user-deleted";
import type { Users } from "@org/stores/mohallamart/port";
import type { Outcome } from "../../outcome.ts";

export interface AccountToClose {
  userId: string;
  /** Tells this closing from one that a restored backup has undone: the engine takes an id once a day. */
  occasion?: string;
}

/** A customer closes their account; what else is known of them is erased by the workflow that the event starts. */
export function closeAccount({ users }: { users: Pick<Users, "close"> }) {
  return async ({
    userId,
    occasion,
  }: AccountToClose): Promise<Outcome<{ userId: string }, "closed-before">> => {
    const id = occasion && `${userDeleted.event}:${userId}:${occasion}`;
    const closed = userDeleted.create({ userId, reason: "requested" }, { id });
    if (await users.close(userId, { emit: [closed] })) return { ok: true, userId };
    return { ok: false, code: "closed-before", message: "This account is closed." };
  };
}
