"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";
import { follow } from "./follow.ts";

interface LiveUpdatesProps {
  /** A route that answers with `eventStream`. */
  url: string;
  /** The version that the page was rendered from. */
  version: string;
  settled: boolean;
}

/** Renders the page anew whenever its subject has changed; without JavaScript the page offers a link instead. */
export function LiveUpdates({ url, version, settled }: LiveUpdatesProps) {
  const router = useRouter();
  const shown = useRef(version);
  useEffect(() => {
    shown.current = version;
  }, [version]);

  useEffect(() => {
    if (settled) return;
    return follow({
      open: () => new EventSource(url),
      onVersion(found) {
        if (found !== shown.current) router.refresh();
      },
      onUnknown: () => router.refresh(),
    });
  }, [url, settled, router]);

  return null;
}
