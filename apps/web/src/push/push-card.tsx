"use client";

import { useEffect, useState } from "react";
import { type Answer, storedMemory, turnOff, turnOn } from "./device.ts";
import { loadOneSignal } from "./one-signal.ts";
import type { PushSettings } from "./push-settings.ts";

interface PushCardProps {
  settings: PushSettings;
  /** Who is signed in. */
  userId: string;
  /** Proves it to the vendor. */
  token: string | undefined;
  /** What they are told on the device. */
  about: string;
}

type State = "unknown" | "off" | "busy" | "failed" | Answer;

const notices: Partial<Record<State, string>> = {
  refused: "Your browser does not let us. Allow notifications of this site in its settings, and press again.",
  unsupported: "This browser cannot show notifications. On an iPhone, add the site to the home screen first.",
  failed: "That did not work. Press again in a minute.",
};

/** Asks whether this device is to show what somebody is told; the browser itself asks only after that. */
export function PushCard({ settings, userId, token, about }: PushCardProps) {
  const [state, setState] = useState<State>("unknown");
  useEffect(() => {
    setState(storedMemory(window.localStorage).read().wantedBy.includes(userId) ? "on" : "off");
  }, [userId]);

  async function press(): Promise<void> {
    const device = { memory: storedMemory(window.localStorage), load: () => loadOneSignal(settings) };
    const wasOn = state === "on";
    setState("busy");
    try {
      if (wasOn) await turnOff(device, userId);
      setState(wasOn ? "off" : await turnOn(device, userId, token));
    } catch {
      setState("failed");
    }
  }

  if (state === "unknown") return null;
  return (
    <section className="card" aria-labelledby="push">
      <h2 id="push">On this device</h2>
      <p>
        {state === "on" ? `This device tells you ${about}, until you sign out.` : `Be told here ${about}?`}
      </p>
      {notices[state] && (
        <p className="notice" role="status">
          {notices[state]}
        </p>
      )}
      <button type="button" className="button quiet" disabled={state === "busy"} onClick={press}>
        {state === "on" ? "Stop on this device" : "Tell me on this device"}
      </button>
    </section>
  );
}
