import { userUpdated } from "@org/events/mohallamart/user-updated";
import type { MohallaMartStores } from "@org/stores/mohallamart/port";
import type { Account } from "./parse-account.ts";

type Stores = Pick<MohallaMartStores, "users" | "preferences">;

/** Saves what someone has entered about themselves, with the events of what that changes. */
export async function saveAccount(stores: Stores, userId: string, account: Account): Promise<void> {
  await saveProfile(stores.users, userId, account);
  await savePreferences(stores.preferences, userId, account);
}

async function saveProfile(users: Stores["users"], userId: string, { name, phone }: Account): Promise<void> {
  const before = await users.get(userId);
  const changed = [
    ...(before?.name === name ? [] : (["name"] as const)),
    ...((before?.phone ?? null) === phone ? [] : (["phone"] as const)),
  ];
  if (changed.length === 0) return;
  await users.update(userId, { name, phone }, { emit: [userUpdated.create({ userId, changed })] });
}

async function savePreferences(
  preferences: Stores["preferences"],
  userId: string,
  { language, area, channels }: Account,
): Promise<void> {
  const chosen = {
    language,
    channels: {
      email: channels.includes("email"),
      sms: channels.includes("sms"),
      push: channels.includes("push"),
    },
  };
  const changed = { emit: [userUpdated.create({ userId, changed: ["preferences"] })] };
  // Someone whose defaults are not set yet has chosen for themselves now.
  await preferences.initialize({ userId, ...chosen, area: area ?? undefined }, changed);
  await preferences.update(userId, { ...chosen, area }, changed);
}
