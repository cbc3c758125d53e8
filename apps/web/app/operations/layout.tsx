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
          <span>
            Personal data is shown only to who asks for it, which is written down. Times are India’s.
          </span>
          <Link href="/">To the shops</Link>
        </>
      }
    >
      <OperationsNav />
      {children}
    </SiteFrame>
  );
}
