import Link from "next/link";
import { frameWords } from "../design/words.ts";
import { currentWords } from "../language/current-words.ts";
import { currentPerson } from "../session/current-person.ts";
import { ifAvailable } from "../storefront/unavailable.ts";
import { mohallaMart } from "../stores.ts";
import styles from "./notifications-link.module.css";

/** Beyond this the number says nothing more. */
const mostCounted = 99;

/** The way to a customer's notifications, with how many they have not read; nothing for anyone else. */
export async function NotificationsLink() {
  const unread = await ifAvailable(unreadOfCustomer);
  if (!unread) return null;
  const { say } = await currentWords(frameWords);
  return (
    <Link href="/account/notifications" className={styles.link}>
      <svg viewBox="0 0 24 24" className={styles.bell} aria-hidden="true">
        <path d="M6 17V11a6 6 0 0 1 12 0v6l1.5 2h-15z" />
        <path d="M10 21.5h4" />
      </svg>
      <span className="visually-hidden">{say("unread", { count: unread.length })}</span>
      {unread.length > 0 && (
        <span className={styles.count} aria-hidden="true">
          {unread.length}
        </span>
      )}
    </Link>
  );
}

async function unreadOfCustomer() {
  const person = await currentPerson();
  if (person?.role !== "customer") return undefined;
  return mohallaMart().notifications.list({ userId: person.id, unreadOnly: true, limit: mostCounted });
}
