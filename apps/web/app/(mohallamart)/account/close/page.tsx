import type { Metadata } from "next";
import Link from "next/link";
import { submitClosing } from "#src/account/account-actions.ts";
import { closingWords } from "#src/account/closing-words.ts";
import { SubmitButton } from "#src/design/submit-button.tsx";
import { currentWords } from "#src/language/current-words.ts";
import { requireRole } from "#src/session/current-person.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await currentWords(closingWords)).say("page") };
}

export default async function CloseAccountPage() {
  const { email } = await requireRole("customer");
  const { say } = await currentWords(closingWords);
  return (
    <div className="page narrow">
      <h1>{say("title")}</h1>
      <form action={submitClosing} className="card">
        <p>{say("erased")}</p>
        <ul className="bullets">
          <li>{say("contact", { email })}</li>
          <li>{say("choices")}</li>
          <li>{say("searches")}</li>
        </ul>
        <p>{say("orders")}</p>
        <SubmitButton label={say("close")} pendingLabel={say("closing")} />
      </form>
      <p className="after-card">
        <Link href="/account">{say("keep")}</Link>
      </p>
    </div>
  );
}
