"use client";

import { useEffect, useState } from "react";
import type { Labels } from "../language/labels.ts";
import { type Answer, storedMemory, turnOff, turnOn } from "./device.ts";
import { loadOneSignal } from "./one-signal.ts";
import type { PushIdentity } from "./push-identity.ts";
import type { PushSettings } from "./push-settings.ts";
import type { orderPushWords, pushWords } from "./words.ts";

interface PushCardProps extends PushIdentity {
  settings: PushSettings;
  labels: Labels<typeof pushWords & typeof orderPushWords>;
}

type State = "unknown" | "off" | "busy" | "failed" | Answer;

function noticeOf(state: State, labels: PushCardProps["labels"]): string | undefined {
  return state === "refused" || state === "unsupported" || state === "failed" ? labels[state] : undefined;
}

/** Asks whether this device is to show what somebody is told; the browser itself asks only after that. */
export function PushCard({ settings, pushId, token, labels }: PushCardProps) {
  const [state, setState] = useState<State>("unknown");
  useEffect(() => {
    setState(storedMemory(window.localStorage).read().wantedBy.includes(pushId) ? "on" : "off");
  }, [pushId]);

  async function press(): Promise<void> {
    const device = { memory: storedMemory(window.localStorage), load: () => loadOneSignal(settings) };
    const wasOn = state === "on";
    setState("busy");
    try {
      if (wasOn) await turnOff(device, pushId);
      setState(wasOn ? "off" : await turnOn(device, pushId, token));
    } catch {
      setState("failed");
    }
  }

  if (state === "unknown") return null;
  const notice = noticeOf(state, labels);
  return (
    <section className="card" aria-labelledby="push">
      <h2 id="push">{labels.title}</h2>
      <p>{state === "on" ? labels.tells : labels.ask}</p>
      {notice && (
        <p className="notice" role="status">
          {notice}
        </p>
      )}
      <button type="button" className="button quiet" disabled={state === "busy"} onClick={press}>
        {state === "on" ? labels.stop : labels.start}
      </button>
    </section>
  );
}
