"use client";

import { useEffect } from "react";
import { followSession, storedMemory } from "./device.ts";
import { loadOneSignal } from "./one-signal.ts";
import type { PushIdentity } from "./push-identity.ts";
import type { PushSettings } from "./push-settings.ts";

interface PushSessionProps {
  settings: PushSettings;
  /** Of who is signed in. */
  identity: PushIdentity | undefined;
}

/** Keeps the browser's notifications those of whoever is signed in, on every page: signing out ends them here. */
export function PushSession({ settings, identity }: PushSessionProps) {
  const { appId, scriptUrl } = settings;
  const { pushId, token } = identity ?? {};
  useEffect(() => {
    const device = {
      memory: storedMemory(window.localStorage),
      load: () => loadOneSignal({ appId, scriptUrl }),
    };
    // A vendor that is away is asked again by the next page.
    followSession(device, pushId, token).catch(() => undefined);
  }, [appId, scriptUrl, pushId, token]);
  return null;
}
