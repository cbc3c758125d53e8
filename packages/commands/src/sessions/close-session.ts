import type { Sessions } from "@org/stores/sessions/port";
import type { Outcome } from "../outcome.ts";

/** Signs out whoever holds a session's secret. Closing again changes nothing. */
export function closeSession({ sessions }: { sessions: Pick<Sessions, "close"> }) {
  return async ({ token }: { token: string }): Promise<Outcome<object, never>> => {
    await sessions.close(token);
    return { ok: true };
  };
}
