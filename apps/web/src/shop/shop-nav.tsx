import Link from "next/link";
import styles from "./shop-nav.module.css";

const pages = [
  { href: "/shop", label: "Orders" },
  { href: "/shop/products", label: "Products" },
  { href: "/shop/products/new", label: "New product" },
] as const;

/** The pages of a shop's dashboard. */
export function ShopNav({ current }: { current: (typeof pages)[number]["href"] | undefined }) {
  return (
    <nav aria-label="Your shop" className={styles.nav}>
      {pages.map(({ href, label }) => (
        <Link key={href} href={href} aria-current={href === current ? "page" : undefined}>
          {label}
        </Link>
      ))}
    </nav>
  );
}
