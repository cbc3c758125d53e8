"use client";

import { useEffect, useState } from "react";

type Step = { ok: true; path: string } | { ok: false; message: string };

/**
 * Runs what a browser and a person do with a passkey, and goes on to the page that comes of it.
 * @returns `ready` once scripts run; what to say when it did not work.
 */
export function useCeremony() {
  const [ready, setReady] = useState(false);
  const [busy, setBusy] = useState(false);
  const [state, setState] = useState<{ message?: string }>({});
  useEffect(() => setReady(true), []);

  async function run(ceremony: () => Promise<Step>): Promise<void> {
    setBusy(true);
    const outcome = await ceremony().catch((error: unknown) => ({
      ok: false as const,
      message: messageFor(error),
    }));
    // The whole page is fetched anew: who is signed in has changed, or what they have.
    if (outcome.ok) return location.assign(outcome.path);
    setState({ message: outcome.message });
    setBusy(false);
  }

  return { ready: ready && !busy, state, run };
}

/** Browsers tell by the error's name what happened, and in words for programmers. */
function messageFor(error: unknown): string {
  const name = error instanceof Error ? error.name : "";
  if (name === "InvalidStateError") return "This device has a passkey of yours already. Use it to sign in.";
  if (name === "NotAllowedError" || name === "AbortError")
    return "Nothing was done: it was cancelled, took too long, or this device has no passkey for this site.";
  if (name === "NotSupportedError" || name === "SecurityError")
    return "This browser cannot use passkeys here. Sign in with a code.";
  return "That did not work. Try again, or sign in with a code.";
}
