"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { askedFor } from "#src/missing/sections.ts";
import { OpeningMark } from "../../design/opening-mark.tsx";
import { Icon } from "./icon.tsx";
import styles from "./portal-nav.module.css";
import { currentAt, type PortalPage } from "./portal-pages.ts";

/** Where a link stands: in the sign, in the bar at the bottom of the screen, or in the sheet over that. */
export type PortalLinkPlace = "row" | "bar" | "sheet";

interface PortalLinkProps {
  page: Pick<PortalPage, "href" | "label" | "short" | "icon">;
  place: PortalLinkPlace;
  unread?: number | undefined;
}

/** A page of the portal, marked while it is open. It is fetched when it is opened: it changes all the time. */
export function PortalLink({ page: { href, label, short, icon }, place, unread = 0 }: PortalLinkProps) {
  const path = askedFor(usePathname());
  const counted = href === "/ten-ocean/notifications" && unread > 0;
  return (
    <Link
      href={href}
      prefetch={false}
      className={`${styles.link} ${styles[place]}`}
      aria-current={currentAt(path, href)}
    >
      {place !== "row" && <Icon name={icon} className={styles.icon} />}
      <span className={styles.label}>
        {place === "bar" ? (short ?? label) : label}
        {counted && <span className="visually-hidden">, {unread} unread</span>}
      </span>
      {counted && (
        <span className={styles.count} aria-hidden="true">
          {unread}
        </span>
      )}
      <OpeningMark />
    </Link>
  );
}
