import { count } from "@org/commands/words";
import Link from "next/link";

/** How many addresses nothing is sent to any more. */
export function SuppressedCard({ suppressed }: { suppressed: number }) {
  return (
    <section className="card" aria-labelledby="suppressed" data-suppressed-addresses={suppressed}>
      <h2 id="suppressed">Suppressed addresses</h2>
      {suppressed === 0 && <p>None: every address may be written to.</p>}
      {suppressed > 0 && (
        <p>
          <Link href="/operations/suppressed-addresses">{count(suppressed, "address", "addresses")}</Link>{" "}
          {suppressed === 1 ? "gets" : "get"} nothing more. When somebody asks why no message comes, let their
          address be written to again; when many are added in a day, look whether we send what nobody wants.
        </p>
      )}
    </section>
  );
}
