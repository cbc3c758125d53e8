import { userDeleted } from "@org/events/mohallamart/user-deleted";
import type { Users } from "@org/stores/mohallamart/port";
import type { Outcome } from "../../outcome.ts";

/** A customer closes their account; what else is known of them is erased by the workflow that the event starts. */
export function closeAccount({ users }: { users: Pick<Users, "close"> }) {
  return async ({ userId }: { userId: string }): Promise<Outcome<{ userId: string }, "closed-before">> => {
    const closed = userDeleted.create({ userId, reason: "requested" });
    if (await users.close(userId, { emit: [closed] })) return { ok: true, userId };
    return { ok: false, code: "closed-before", message: "This account is closed." };
  };
}
