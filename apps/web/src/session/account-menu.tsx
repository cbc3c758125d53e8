import { type Product, productOf } from "@org/commands/sessions/person";
import { type Words, wordsIn } from "@org/stores/mohallamart/words/catalogue";
import Link from "next/link";
import { frameWords } from "../design/words.ts";
import { currentLanguage } from "../language/current-language.ts";
import { ifAvailable } from "../storefront/unavailable.ts";
import styles from "./account-menu.module.css";
import { currentPerson } from "./current-person.ts";
import { linksOf } from "./links.ts";
import { MenuDetails } from "./menu-details.tsx";
import { roleNames } from "./role-names.ts";
import { signOut } from "./sign-in-actions.ts";
import { SignInContextFields } from "./sign-in-context-fields.tsx";
import { signInPath } from "./sign-in-path.ts";

/** Who is signed in at a product, with what is theirs; or the way to sign in. Nothing while nobody can tell. */
export async function AccountMenu({ product }: { product: Product }) {
  const known = await ifAvailable(async () => ({ person: await currentPerson() }));
  if (!known) return null;
  const { say } = wordsIn(frameWords, product === "mohallamart" ? await currentLanguage() : undefined);
  const { person } = known;
  if (!person || productOf(person.role) !== product) {
    return (
      <Link href={signInPath(product)} className={styles.signIn}>
        {say("signIn")}
      </Link>
    );
  }
  return (
    <MenuDetails className={styles.menu}>
      <summary>
        <NameInHeader name={person.name} />
      </summary>
      <div className={styles.panel}>
        <p className={styles.whole}>{person.name}</p>
        <p className={styles.role}>{labelOf(roleNames[person.role], say)}</p>
        <ul>
          {linksOf(person.role).map(({ href, label }) => (
            <li key={href}>
              <Link href={href}>{labelOf(label, say)}</Link>
            </li>
          ))}
        </ul>
        <form action={signOut}>
          <SignInContextFields product={product} />
          <button type="submit" className="text-button">
            {say("signOut")}
          </button>
        </form>
      </div>
    </MenuDetails>
  );
}

/** A phone's header has room for the first word of it. */
function NameInHeader({ name }: { name: string }) {
  const [first = "", ...rest] = name.split(" ");
  return (
    <span className={styles.name}>
      {first}
      <span className={styles.rest}> {rest.join(" ")}</span>
    </span>
  );
}

const keys = [
  "customer",
  "shopkeeper",
  "account",
  "orders",
  "watched",
  "notifications",
  "myShop",
  "security",
] as const;

/** Customers and shopkeepers read their own language; what only the staff has is English. */
function labelOf(label: string, say: Words<typeof frameWords>["say"]): string {
  const key = keys.find((each) => frameWords[each].en === label);
  return key === undefined ? label : say(key);
}
