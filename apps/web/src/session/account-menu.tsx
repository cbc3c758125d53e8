import { type Product, productOf } from "@org/commands/sessions/person";
import Link from "next/link";
import { ifAvailable } from "../storefront/unavailable.ts";
import styles from "./account-menu.module.css";
import { currentPerson } from "./current-person.ts";
import { linksOf } from "./links.ts";
import { roleNames } from "./role-names.ts";
import { signOut } from "./sign-in-actions.ts";
import { SignInContextFields } from "./sign-in-context-fields.tsx";
import { signInPath } from "./sign-in-path.ts";

/** Who is signed in at a product, with what is theirs; or the way to sign in. Nothing while nobody can tell. */
export async function AccountMenu({ product }: { product: Product }) {
  const known = await ifAvailable(async () => ({ person: await currentPerson() }));
  if (!known) return null;
  const { person } = known;
  if (!person || productOf(person.role) !== product) {
    return (
      <Link href={signInPath(product)} className={styles.signIn}>
        Sign in
      </Link>
    );
  }
  return (
    <details className={styles.menu}>
      <summary>
        <span className={styles.name}>{person.name}</span>
      </summary>
      <div className={styles.panel}>
        <p className={styles.role}>{roleNames[person.role]}</p>
        <ul>
          {linksOf(person.role).map(({ href, label }) => (
            <li key={href}>
              <Link href={href}>{label}</Link>
            </li>
          ))}
        </ul>
        <form action={signOut}>
          <SignInContextFields product={product} />
          <button type="submit" className="text-button">
            Sign out
          </button>
        </form>
      </div>
    </details>
  );
}
