"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { follow } from "./follow.ts";

interface LiveUpdatesProps {
  /** A route that answers with `eventStream`. */
  url: string;
  /** The version that the page was rendered from. */
  version: string;
  settled: boolean;
  /** What the page promises for as long as it follows, and once it does no more. */
  says?: { following: string; settled: string };
}

/** Renders the page anew whenever its subject has changed; without JavaScript the page offers a link instead. */
export function LiveUpdates({ url, version, settled, says }: LiveUpdatesProps) {
  const router = useRouter();
  const shown = useRef(version);
  const [isFollowing, setFollowing] = useState(false);
  useEffect(() => {
    shown.current = version;
  }, [version]);

  useEffect(() => {
    if (settled) return;
    setFollowing(true);
    return follow({
      open: () => new EventSource(url),
      onVersion(found) {
        if (found !== shown.current) router.refresh();
      },
      onUnknown: () => router.refresh(),
      surroundings: { document, window },
    });
  }, [url, settled, router]);

  if (!says) return null;
  // Without scripts nothing is followed, and nothing is promised.
  return (
    <p className="muted after-card">
      {settled && says.settled}
      {!settled && isFollowing && says.following}
    </p>
  );
}
