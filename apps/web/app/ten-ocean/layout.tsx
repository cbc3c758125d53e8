import { productOf } from "@org/commands/sessions/person";
import Link from "next/link";
import type { ReactNode } from "react";
import { productHead } from "#src/design/product-head.ts";
import { SiteFrame } from "#src/design/site-frame.tsx";
import { NotificationBell } from "#src/portal/shell/notification-bell.tsx";
import { PortalBar, PortalRow } from "#src/portal/shell/portal-nav.tsx";
import { AccountMenu } from "#src/session/account-menu.tsx";
import { currentPerson } from "#src/session/current-person.ts";
import { tenOcean } from "#src/stores.ts";

export const { metadata, viewport } = productHead["ten-ocean"];

export default async function TenOceanLayout({ children }: { children: ReactNode }) {
  const person = await currentPerson();
  const member = person && productOf(person.role) === "ten-ocean" ? person : undefined;
  const unread = member ? await tenOcean().notifications.unread(member.id) : 0;
  return (
    <SiteFrame
      product="ten-ocean"
      name="10 Ocean"
      tagline="Tenant Association"
      home="/ten-ocean"
      lang="en-US"
      aside={
        <>
          {member && <NotificationBell unread={unread} />}
          <AccountMenu product="ten-ocean" />
        </>
      }
      nav={member && <PortalRow person={member} unread={unread} />}
      bar={member && <PortalBar person={member} unread={unread} />}
      footer={
        <>
          <span>
            Your email address and phone number are shown to the association&rsquo;s admins and your floor
            captain only.
          </span>
          <Link href="/">Groceries from the lane: MohallaMart</Link>
        </>
      }
    >
      {children}
    </SiteFrame>
  );
}
