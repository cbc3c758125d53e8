import type { SavedAddress } from "@org/stores/mohallamart/port";
import Link from "next/link";
import { currentWords } from "../language/current-words.ts";
import { addressLine } from "../orders/address-line.ts";
import { checkoutWords } from "./words.ts";

interface SavedAddressesProps {
  shopId: string;
  saved: readonly SavedAddress[];
  /** Which one is in the form; undefined for none. */
  chosen: string | undefined;
}

/** Where the customer had things brought to before; each is a link, so that it works without JavaScript. */
export async function SavedAddresses({ shopId, saved, chosen }: SavedAddressesProps) {
  const { say } = await currentWords(checkoutWords);
  const page = `/checkout/${shopId}` as const;
  return (
    <nav className="card" aria-label={say("addresses")}>
      <p>{say("before")}</p>
      <ul>
        {saved.map((address) => (
          <li key={address.addressId}>
            <Link
              href={`${page}?address=${address.addressId}`}
              aria-current={address.addressId === chosen ? "true" : undefined}
            >
              {address.name}, {addressLine(address)}
            </Link>
          </li>
        ))}
        <li>
          <Link href={`${page}?address=new`} aria-current={chosen === undefined ? "true" : undefined}>
            {say("elsewhere")}
          </Link>
        </li>
      </ul>
    </nav>
  );
}
