import { useEffect, useState } from "preact/hooks";
import type { Session } from "../../api-types.ts";
import { getJson, onLocked, postJson } from "./api.ts";

export interface PageSession {
  /** `locked`: the signing key is asked for. */
  state: "unknown" | "locked" | "open";
  /** Rejects with what is wrong. */
  signIn: (key: string) => Promise<void>;
  /** Absent when the engine has no signing key. */
  signOut: (() => void) | undefined;
}

/** Whether the engine lets this page in; asked at the start, and again when it refuses something. */
export function useSession(): PageSession {
  const [session, setSession] = useState<Session>();
  useEffect(() => {
    // When the engine cannot be reached, the page says so itself.
    const begin = () =>
      getJson<Session>("/session").then(setSession, () => setSession({ required: false, signedIn: true }));
    void begin();
    return onLocked(() => setSession({ required: true, signedIn: false }));
  }, []);
  const isOpen = session && (session.signedIn || !session.required);
  return {
    state: session === undefined ? "unknown" : isOpen ? "open" : "locked",
    async signIn(key) {
      await postJson("/sign-in", { key });
      setSession({ required: true, signedIn: true });
    },
    signOut: session?.required
      ? () => void postJson("/sign-out").then(() => setSession({ required: true, signedIn: false }))
      : undefined,
  };
}
