import type { PostalAddress } from "@org/stores/mohallamart/port";
import { currentWords } from "../language/current-words.ts";
import { addressLine } from "./address-line.ts";
import { orderWords } from "./words.ts";

/** Where an order goes; `whole` only for its owner and the shop that packs it. */
export async function AddressCard({ address, whole }: { address: PostalAddress; whole: boolean }) {
  const { say } = await currentWords(orderWords);
  return (
    <section className="card" aria-labelledby="address">
      <h2 id="address">{say("whereTo")}</h2>
      {whole ? <p>{addressLine(address)}</p> : <p>{say("pinCodeOnly", { pinCode: address.pinCode })}</p>}
    </section>
  );
}
