import { count } from "@org/commands/words";
import Link from "next/link";
import { messagesInDoubtPath } from "./doubt-paths.ts";

/** How many messages nobody knows the outcome of. */
export function DoubtsCard({ inDoubt }: { inDoubt: number }) {
  return (
    <section className="card" aria-labelledby="doubts" data-in-doubt={inDoubt}>
      <h2 id="doubts">Messages in doubt</h2>
      {inDoubt === 0 && <p>None: of every message it is known whether it was sent.</p>}
      {inDoubt > 0 && (
        <p>
          <Link href={messagesInDoubtPath()}>{count(inDoubt, "message")}</Link> may or may not have been sent.
          Look them up at their vendor, then say of each whether it arrived.
        </p>
      )}
    </section>
  );
}
