import { wordsIn } from "@org/stores/mohallamart/words/catalogue";
import type { Metadata } from "next";
import Link from "next/link";
import { AccountForm } from "#src/account/account-form.tsx";
import { OwnAddresses } from "#src/account/own-addresses.tsx";
import { ownWords } from "#src/account/own-words.ts";
import { accountFormWords, accountWords } from "#src/account/words.ts";
import { currentWords } from "#src/language/current-words.ts";
import { labelsIn } from "#src/language/labels.ts";
import { PushCard } from "#src/push/push-card.tsx";
import { pushIdentity } from "#src/push/push-identity.ts";
import { pushSettings } from "#src/push/push-settings.ts";
import { accountPushWords, pushWords } from "#src/push/words.ts";
import { requireRole } from "#src/session/current-person.ts";
import { mohallaMart } from "#src/stores.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await currentWords(accountWords)).say("page") };
}

const everyChannel = { email: true, sms: true, push: true };

export default async function AccountPage({ searchParams }: PageProps<"/account">) {
  const { id, name, email } = await requireRole("customer");
  const { users, preferences, shops } = mohallaMart();
  const push = pushSettings();
  const [{ saved }, user, chosen, listed] = await Promise.all([
    searchParams,
    users.get(id),
    preferences.get(id),
    shops.list(),
  ]);
  const { area, channels = everyChannel, quietHours } = chosen ?? {};
  const { say, language } = await currentWords(accountWords);
  const own = wordsIn(ownWords, language);
  // The chosen one stays to be chosen when its last shop is gone.
  const areas = new Set([...listed.map((shop) => shop.area), ...(area ? [area] : [])]);
  return (
    <div className="page narrow">
      <h1>{say("hello", { name })}</h1>
      <p>{say("goTo", { email })}</p>
      <p>
        <Link href="/account/orders">{own.say("orders")}</Link> ·{" "}
        <Link href="/account/watched">{own.say("watched")}</Link>
      </p>
      {saved && (
        <p className="notice" role="status">
          {say("saved")}
        </p>
      )}
      <AccountForm
        values={{
          name,
          phone: user?.phone,
          language,
          area,
          quietFrom: quietHours?.from,
          quietTo: quietHours?.to,
        }}
        channels={channels}
        areas={[...areas].toSorted()}
        labels={labelsIn(accountFormWords, language)}
      />
      <OwnAddresses userId={id} language={language} />
      {push && (
        <PushCard
          settings={push}
          {...(await pushIdentity("mohallamart", id))}
          labels={labelsIn({ ...pushWords, ...accountPushWords }, language)}
        />
      )}
      <p className="after-card">
        <Link href="/account/close">{say("close")}</Link>
      </p>
    </div>
  );
}
