import type { Attendee } from "@org/stores/ten-ocean/port";
import { guestsOf } from "./event-view.ts";
import styles from "./guest-lists.module.css";

/** Who comes, waits and may come, for those who live and work in the house. */
export function GuestLists({ attendance }: { attendance: readonly Attendee[] }) {
  const { going, waiting, maybe } = guestsOf(attendance);
  return (
    <section className="card after-card" aria-labelledby="guests">
      <h2 id="guests">Who comes</h2>
      {going.length === 0 && <p className="muted">Nobody has said yes yet.</p>}
      <Names title="Going" names={going} />
      <Names title="Waiting list" names={waiting} ordered />
      <Names title="Maybe" names={maybe} />
    </section>
  );
}

function Names({ title, names, ordered }: { title: string; names: readonly string[]; ordered?: boolean }) {
  if (names.length === 0) return null;
  const List = ordered ? "ol" : "ul";
  return (
    <>
      <h3>
        {title} ({names.length})
      </h3>
      <List className={ordered ? styles.ordered : "bullets"}>
        {names.map((name, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two people may have one name.
          <li key={`${index} ${name}`}>{name}</li>
        ))}
      </List>
    </>
  );
}
