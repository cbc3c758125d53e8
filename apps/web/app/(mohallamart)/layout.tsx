import Link from "next/link";
import type { ReactNode } from "react";
import { PageViews } from "#src/analytics/page-views.tsx";
import { CartLink } from "#src/cart/cart-link.tsx";
import { SiteFrame } from "#src/design/site-frame.tsx";
import { frameWords } from "#src/design/words.ts";
import { currentWords } from "#src/language/current-words.ts";
import { LanguageSwitcher } from "#src/language/language-switcher.tsx";
import { NotificationsLink } from "#src/notifications/notifications-link.tsx";
import { AccountMenu } from "#src/session/account-menu.tsx";
import { payments } from "#src/vendors.ts";

export default async function MohallaMartLayout({ children }: { children: ReactNode }) {
  const { say, language } = await currentWords(frameWords);
  return (
    <SiteFrame
      product="mohallamart"
      name="MohallaMart"
      tagline={say("tagline")}
      lang={language}
      home="/"
      aside={
        <>
          <AccountMenu product="mohallamart" />
          <NotificationsLink />
          <CartLink />
        </>
      }
      footer={
        <>
          <span>{say(payments() ? "payOnlineOrCash" : "payCash")}</span>
          <Link href="/sell">{say("openShop")}</Link>
          <Link href="/ten-ocean">{say("tenOcean")}</Link>
          <LanguageSwitcher />
        </>
      }
    >
      {children}
      <PageViews />
    </SiteFrame>
  );
}
