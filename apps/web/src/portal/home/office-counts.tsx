import {
  type Reviewer,
  waitingRegistrations,
} from "@org/commands/ten-ocean/verification/waiting-registrations";
import type { MaintenanceRequest, RequestFilter } from "@org/stores/ten-ocean/port";
import type { Route } from "next";
import Link from "next/link";
import { tenOcean } from "../../stores.ts";
import { boardHref } from "../maintenance/board-query.ts";
import styles from "./home.module.css";

/** What waits for an admin or a captain, as numbers that lead to it. */
export async function OfficeCounts({ reviewer }: { reviewer: Reviewer }) {
  const [registrations, unassigned, urgent] = await Promise.all([
    waitingRegistrations(tenOcean(), reviewer),
    requests(reviewer, { status: "open", unassigned: true }),
    Promise.all(unfinished.map((status) => requests(reviewer, { status, priority: "urgent" }))),
  ]);
  return (
    <ul className={styles.counts} aria-label="Waiting for the office">
      <Count
        number={registrations.length}
        what={["registration to decide", "registrations to decide"]}
        href="/ten-ocean/admin/registrations"
      />
      <Count
        number={unassigned.length}
        what={["repair in nobody’s hands", "repairs in nobody’s hands"]}
        href={boardHref({ filter: "unassigned" })}
      />
      <Count
        number={urgent.flat().length}
        what={["urgent repair", "urgent repairs"]}
        href={boardHref({ filter: "urgent" })}
        urgent
      />
    </ul>
  );
}

const unfinished = ["open", "in-progress", "on-hold"] as const;

/** Of what the reviewer's board shows. */
function requests(reviewer: Reviewer, filter: RequestFilter): Promise<MaintenanceRequest[]> {
  const seenBy =
    reviewer.role === "floor-captain" ? { seenBy: { floor: reviewer.floor, memberId: reviewer.id } } : {};
  return tenOcean().maintenance.list({ ...filter, ...seenBy });
}

interface CountProps {
  number: number;
  /** What one is called, and several. */
  what: [string, string];
  href: Route;
  /** Somebody should look at once if there are any. */
  urgent?: boolean;
}

function Count({ number, what, href, urgent = false }: CountProps) {
  const state = number === 0 ? {} : urgent ? { "data-urgent": "" } : { "data-waiting": "" };
  return (
    <li>
      <Link href={href} prefetch={false} className={styles.count} {...state}>
        <span className={styles.number}>{number}</span>
        <span>{what[number === 1 ? 0 : 1]}</span>
      </Link>
    </li>
  );
}
