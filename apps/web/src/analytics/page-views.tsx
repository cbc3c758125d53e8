"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { Suspense, useEffect } from "react";

/**
 * Tells the server of each page that somebody comes to. The browser does it, because the server renders a page as well
 * when it is fetched ahead or brought up to date, and for programs that look at pages without being anybody.
 */
export function PageViews() {
  return (
    <Suspense>
      <Reporter />
    </Suspense>
  );
}

/** The page before; across full loads the browser knows it. */
let previous: string | undefined;

function Reporter() {
  const path = usePathname();
  const query = useSearchParams().toString();
  const address = query ? `${path}?${query}` : path;
  useEffect(() => {
    const from = previous ?? referrerHere();
    // Development mounts everything twice.
    if (previous === address) return;
    previous = address;
    fetch("/visits/pages", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ address, from }),
      // Also when the visitor leaves the page at once.
      keepalive: true,
    }).catch(() => undefined);
  }, [address]);
  return null;
}

/** The path and query of the page that led here, when it is one of this site. */
function referrerHere(): string | undefined {
  const { origin } = window.location;
  return document.referrer.startsWith(`${origin}/`) ? document.referrer.slice(origin.length) : undefined;
}
