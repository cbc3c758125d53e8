"use client";

import { useEffect } from "react";
import { followSession, storedMemory } from "./device.ts";
import { loadOneSignal } from "./one-signal.ts";
import type { PushSettings } from "./push-settings.ts";

interface PushSessionProps {
  settings: PushSettings;
  /** Who is signed in. */
  userId: string | undefined;
  /** Proves it to the vendor. */
  token: string | undefined;
}

/** Keeps the browser's notifications those of whoever is signed in, on every page: signing out ends them here. */
export function PushSession({ settings, userId, token }: PushSessionProps) {
  const { appId, scriptUrl } = settings;
  useEffect(() => {
    const device = {
      memory: storedMemory(window.localStorage),
      load: () => loadOneSignal({ appId, scriptUrl }),
    };
    // A vendor that is away is asked again by the next page.
    followSession(device, userId, token).catch(() => undefined);
  }, [appId, scriptUrl, userId, token]);
  return null;
}
