import Link from "next/link";
import { frameWords } from "../design/words.ts";
import { currentWords } from "../language/current-words.ts";
import { countItems } from "./cart.ts";
import { readCart } from "./cart-cookie.ts";
import styles from "./cart-link.module.css";

/** The way to the cart, with what it holds; a change is announced to screen readers. */
export async function CartLink() {
  const items = countItems(await readCart());
  const { say } = await currentWords(frameWords);
  return (
    <Link href="/cart" className={styles.link}>
      <svg viewBox="0 0 24 24" className={styles.bag} aria-hidden="true">
        <path d="M5 8h14l1.2 12.2a.9.9 0 0 1-.9 1H4.7a.9.9 0 0 1-.9-1z" />
        <path d="M8.5 10.5V7a3.5 3.5 0 0 1 7 0v3.5" />
      </svg>
      <span className={styles.label}>{say("cart")}</span>
      <span className={styles.count} role="status">
        {items}
        <span className="visually-hidden"> {say("inCart", { count: items })}</span>
      </span>
    </Link>
  );
}
