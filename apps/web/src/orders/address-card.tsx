import type { PostalAddress } from "@org/stores/mohallamart/port";
import { addressLine } from "./address-line.ts";

/** Where an order goes; `whole` only for its owner and the shop that packs it. */
export function AddressCard({ address, whole }: { address: PostalAddress; whole: boolean }) {
  return (
    <section className="card" aria-labelledby="address">
      <h2 id="address">Where it goes</h2>
      {whole ? (
        <p>{addressLine(address)}</p>
      ) : (
        <p>PIN code {address.pinCode}. Whoever ordered it sees the whole address when they are signed in.</p>
      )}
    </section>
  );
}
