import type { SavedAddress } from "@org/stores/mohallamart/port";
import Link from "next/link";
import { addressLine } from "../orders/address-line.ts";

interface SavedAddressesProps {
  shopId: string;
  saved: readonly SavedAddress[];
  /** Which one is in the form; undefined for none. */
  chosen: string | undefined;
}

/** Where the customer had things brought to before; each is a link, so that it works without JavaScript. */
export function SavedAddresses({ shopId, saved, chosen }: SavedAddressesProps) {
  const page = `/checkout/${shopId}` as const;
  return (
    <nav className="card" aria-label="Your addresses">
      <p>Where you had things brought to before:</p>
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
            Somewhere else
          </Link>
        </li>
      </ul>
    </nav>
  );
}
