import Link from "next/link";
import type { ReactNode } from "react";
import { SiteFrame } from "#src/design/site-frame.tsx";
import { OperationsNav } from "#src/operations/operations-nav.tsx";
import { AccountMenu } from "#src/session/account-menu.tsx";

export default function OperationsLayout({ children }: { children: ReactNode }) {
  return (
    <SiteFrame
      product="mohallamart"
      name="MohallaMart"
      tagline="Operations, of both products"
      home="/operations"
      aside={<AccountMenu product="mohallamart" />}
      footer={
        <>
          <span>Personal data is not shown here. Times are India’s.</span>
          <Link href="/">To the shops</Link>
        </>
      }
    >
      <OperationsNav />
      {children}
    </SiteFrame>
  );
}
