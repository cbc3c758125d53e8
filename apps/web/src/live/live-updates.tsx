"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";

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
    const source = new EventSource(url);
    source.addEventListener("message", ({ data }) => {
      if (data !== shown.current) router.refresh();
    });
    source.addEventListener("settled", () => source.close());
    return () => source.close();
  }, [url, settled, router]);

  return null;
}
