import type { Person } from "@org/commands/sessions/person";
import { MorePages } from "./more-pages.tsx";
import { PortalLink, type PortalLinkPlace } from "./portal-link.tsx";
import styles from "./portal-nav.module.css";
import { type PortalPage, portalPagesOf } from "./portal-pages.ts";

interface PortalNavProps {
  person: Pick<Person, "role">;
  /** Notifications that they have not read. */
  unread: number;
}

/** The portal's pages in its sign, for screens that have room for all of them. */
export function PortalRow({ person, unread }: PortalNavProps) {
  const { house, office } = portalPagesOf(person.role);
  return (
    <div className={styles.atTop}>
      <nav aria-label="Portal">
        <Pages pages={house} place="row" unread={unread} />
      </nav>
      {office.length > 0 && (
        <nav aria-label="Office" className={styles.office}>
          <span className={styles.officeName} aria-hidden="true">
            Office
          </span>
          <Pages pages={office} place="row" />
        </nav>
      )}
    </div>
  );
}

/** The same at the bottom of a phone's screen, where a thumb reaches it. */
export function PortalBar({ person, unread }: PortalNavProps) {
  const { house, office, atHand } = portalPagesOf(person.role);
  return (
    <nav aria-label="Portal" className={styles.atBottom}>
      <Pages pages={atHand} place="bar" unread={unread} />
      <MorePages atHand={atHand.map(({ href }) => href)}>
        <Pages pages={house} place="sheet" unread={unread} />
        {office.length > 0 && (
          <>
            <h2 className={styles.heading}>Office</h2>
            <Pages pages={office} place="sheet" />
          </>
        )}
      </MorePages>
    </nav>
  );
}

interface PagesProps {
  pages: PortalPage[];
  place: PortalLinkPlace;
  unread?: number | undefined;
}

function Pages({ pages, place, unread }: PagesProps) {
  return (
    <ul className={`${styles.pages} ${styles[`${place}Pages`]}`}>
      {pages.map((page) => (
        <li key={page.href}>
          <PortalLink page={page} place={place} unread={unread} />
        </li>
      ))}
    </ul>
  );
}
