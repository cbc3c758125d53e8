import Link from "next/link";
import type { ReactNode } from "react";
import { PageViews } from "#src/analytics/page-views.tsx";
import { CartLink } from "#src/cart/cart-link.tsx";
import { SiteFrame } from "#src/design/site-frame.tsx";
import { InboxLink } from "#src/inbox/inbox-link.tsx";
import { AccountMenu } from "#src/session/account-menu.tsx";
import { payments } from "#src/vendors.ts";

export default function MohallaMartLayout({ children }: { children: ReactNode }) {
  return (
    <SiteFrame
      product="mohallamart"
      name="MohallaMart"
      tagline="Your lane’s shops, delivered"
      home="/"
      aside={
        <>
          <AccountMenu product="mohallamart" />
          <InboxLink />
          <CartLink />
        </>
      }
      footer={
        <>
          <span>
            {payments() ? "Pay online, or in cash" : "Pay in cash"} when it arrives. Each shop delivers its
            own orders.
          </span>
          <Link href="/sell">Open a shop</Link>
          <Link href="/ten-ocean">Living at 10 Ocean? The tenant portal</Link>
        </>
      }
    >
      {children}
      <PageViews />
    </SiteFrame>
  );
}
