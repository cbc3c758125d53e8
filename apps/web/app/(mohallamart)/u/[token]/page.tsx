import type { Metadata } from "next";
import Link from "next/link";
import { findLinkedChoice } from "#src/account/find-linked-choice.ts";
import { LinkedChoiceForm } from "#src/account/linked-choice-form.tsx";

export const metadata: Metadata = { title: "What you get from us", robots: { index: false } };

/** Opening it changes nothing: mail scanners follow every link. It tells nobody whose it is. */
export default async function LinkedChoicePage({ params, searchParams }: PageProps<"/u/[token]">) {
  const [{ token }, { saved, wrong }] = await Promise.all([params, searchParams]);
  const found = await findLinkedChoice(token);
  if (!found) return <InvalidLink />;
  return (
    <div className="page narrow">
      <h1>What you get from us</h1>
      {saved && (
        <p className="notice" role="status">
          Saved. We keep to it from now on.
        </p>
      )}
      <LinkedChoiceForm token={token} {...found} isWrong={wrong !== undefined} />
      {found.watched.length > 0 && (
        <section className="card" aria-labelledby="watched">
          <h2 id="watched">What you watch</h2>
          <ul>
            {found.watched.map(({ productId, name }) => (
              <li key={productId}>
                <Link href={`/products/${productId}`}>{name}</Link>
              </li>
            ))}
          </ul>
        </section>
      )}
      <p className="after-card">
        <Link href="/account">Everything else is in your account</Link>
      </p>
    </div>
  );
}

function InvalidLink() {
  return (
    <div className="page narrow">
      <h1>This link does not work</h1>
      <p>It is not complete, or not valid any more. Sign in to change what you get.</p>
      <p>
        <Link href="/account">Choose what you get in your account</Link>
      </p>
    </div>
  );
}
