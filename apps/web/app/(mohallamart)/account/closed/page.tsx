import type { Metadata } from "next";
import Link from "next/link";
import { closingWords } from "#src/account/closing-words.ts";
import { currentWords } from "#src/language/current-words.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await currentWords(closingWords)).say("closed") };
}

export default async function AccountClosedPage() {
  const { say } = await currentWords(closingWords);
  return (
    <div className="page narrow">
      <h1>{say("closed")}</h1>
      <p>{say("thanks")}</p>
      <p>
        <Link href="/">{say("toShops")}</Link>
      </p>
    </div>
  );
}
