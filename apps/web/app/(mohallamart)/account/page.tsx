import type { Metadata } from "next";
import Link from "next/link";
import { AccountForm } from "#src/account/account-form.tsx";
import { PushCard } from "#src/push/push-card.tsx";
import { pushSettings } from "#src/push/push-settings.ts";
import { requireRole } from "#src/session/current-person.ts";
import { mohallaMart } from "#src/stores.ts";

export const metadata: Metadata = { title: "My account" };

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
  const { language, area, channels = everyChannel, quietHours } = chosen ?? {};
  // The chosen one stays to be chosen when its last shop is gone.
  const areas = new Set([...listed.map((shop) => shop.area), ...(area ? [area] : [])]);
  return (
    <div className="page narrow">
      <h1>Hello, {name}</h1>
      <p>Your confirmations and codes go to {email}.</p>
      {saved && (
        <p className="notice" role="status">
          Saved.
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
      />
      {push && <PushCard settings={push} userId={id} about="when your orders move on" />}
      <p className="after-card">
        <Link href="/account/close">Close my account</Link>
      </p>
    </div>
  );
}
