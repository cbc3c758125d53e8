import type { Metadata } from "next";
import Link from "next/link";
import { findLinkedChoice } from "#src/account/find-linked-choice.ts";
import { LinkedChoiceForm } from "#src/account/linked-choice-form.tsx";
import { linkedChoiceWords } from "#src/account/words.ts";
import { currentWords } from "#src/language/current-words.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await currentWords(linkedChoiceWords)).say("page"), robots: { index: false } };
}

/** Opening it changes nothing: mail scanners follow every link. It tells nobody whose it is. */
export default async function LinkedChoicePage({ params, searchParams }: PageProps<"/u/[token]">) {
  const [{ token }, { saved, wrong }] = await Promise.all([params, searchParams]);
  const found = await findLinkedChoice(token);
  if (!found) return <InvalidLink />;
  const { say } = await currentWords(linkedChoiceWords);
  return (
    <div className="page narrow">
      <h1>{say("page")}</h1>
      {saved && (
        <p className="notice" role="status">
          {say("saved")}
        </p>
      )}
      <LinkedChoiceForm token={token} {...found} isWrong={wrong !== undefined} />
      {found.watched.length > 0 && (
        <section className="card" aria-labelledby="watched">
          <h2 id="watched">{say("watched")}</h2>
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
        <Link href="/account">{say("rest")}</Link>
      </p>
    </div>
  );
}

async function InvalidLink() {
  const { say } = await currentWords(linkedChoiceWords);
  return (
    <div className="page narrow">
      <h1>{say("noLink")}</h1>
      <p>{say("noLinkWhy")}</p>
      <p>
        <Link href="/account">{say("choose")}</Link>
      </p>
    </div>
  );
}
