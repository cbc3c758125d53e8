import type { Metadata } from "next";
import Link from "next/link";
import type { ReactNode } from "react";
import { SiteFrame } from "#src/design/site-frame.tsx";
import { AccountMenu } from "#src/session/account-menu.tsx";

export const metadata: Metadata = {
  title: { default: "10 Ocean Tenant Association", template: "%s · 10 Ocean" },
  description: "The association of everyone who lives at 10 Ocean.",
};

export default function TenOceanLayout({ children }: { children: ReactNode }) {
  return (
    <SiteFrame
      product="ten-ocean"
      name="10 Ocean"
      tagline="Tenant Association"
      home="/ten-ocean"
      aside={<AccountMenu product="ten-ocean" />}
      footer={
        <>
          <span>Your details are seen by the association&rsquo;s admins and your floor captain only.</span>
          <Link href="/">Groceries from the lane: MohallaMart</Link>
        </>
      }
    >
      {children}
    </SiteFrame>
  );
}
