import type { PersonWith } from "@org/commands/sessions/person";
import { ActiveTopics } from "./active-topics.tsx";
import { ComingEvents } from "./coming-events.tsx";
import styles from "./home.module.css";
import { HouseNews } from "./house-news.tsx";
import { OfficeCounts } from "./office-counts.tsx";
import { OpenRepairs } from "./open-repairs.tsx";
import { UnreadNotices } from "./unread-notices.tsx";

export type Member = PersonWith<"resident" | "association-admin" | "floor-captain">;

/** What is new for somebody who lives in the house or looks after it. */
export function MemberHome({ person }: { person: Member }) {
  const resident = person.role === "resident" ? person : undefined;
  return (
    <div className="page">
      <h1>Hello, {person.name.split(" ")[0]}</h1>
      {person.role !== "resident" && <OfficeCounts reviewer={person} />}
      <div className={styles.columns}>
        <div className={styles.column}>
          <UnreadNotices userId={person.id} />
          <HouseNews person={person} />
          {resident && <OpenRepairs userId={resident.id} />}
        </div>
        <div className={styles.column}>
          <ComingEvents userId={resident?.id} />
          <ActiveTopics reader={person.id} />
        </div>
      </div>
    </div>
  );
}
