import type { Metadata } from "next";
import Link from "next/link";

export const metadata: Metadata = { title: "Nothing at this address" };

/** For whatever below /ten-ocean has no page, or a page that finds out that there is nothing to show. */
export default function PortalNotFound() {
  return (
    <div className="page narrow">
      <h1>There is nothing at this address</h1>
      <p>It may have a typing mistake in it, or what stood here is gone.</p>
      <p>
        <Link href="/ten-ocean">To the tenant portal</Link>
      </p>
    </div>
  );
}
