"use client";

import { useEffect } from "react";
import { followSession, storedMemory } from "./device.ts";
import { loadOneSignal } from "./one-signal.ts";
import type { PushSettings } from "./push-settings.ts";

interface PushSessionProps {
  settings: PushSettings;
  /** Who is signed in. */
  userId: string | undefined;
}

/** Keeps the browser's notifications those of whoever is signed in, on every page: signing out ends them here. */
export function PushSession({ settings, userId }: PushSessionProps) {
  const { appId, scriptUrl } = settings;
  useEffect(() => {
    const device = {
      memory: storedMemory(window.localStorage),
      load: () => loadOneSignal({ appId, scriptUrl }),
    };
    // A vendor that is away is asked again by the next page.
    followSession(device, userId).catch(() => undefined);
  }, [appId, scriptUrl, userId]);
  return null;
}
