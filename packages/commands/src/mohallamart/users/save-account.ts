import { userId } from "@org/events/fields";
import { userUpdated } from "@org/events/mohallamart/user-updated";
import type { PreferenceStore, Users } from "@org/stores/mohallamart/port";
import * as z from "zod";
import { mobileField, nameField } from "../../fields.ts";
import { outOfDate } from "../../internal/out-of-date.ts";
import type { Outcome } from "../../outcome.ts";
import { checkQuietHours, quietFields, quietHoursOf } from "../../quiet-hours.ts";
import {
  type EntriesOf,
  type FieldOf,
  type InvalidCode,
  type RequestOf,
  readRequest,
  requestRule,
} from "../../request.ts";
import { channelNames, languages } from "./languages.ts";

/** What a customer says of themselves. */
export const accountRequest = requestRule({
  schema: z
    .object({
      userId,
      name: nameField("your name"),
      /** Empty for people who do not want to be called. */
      phone: z.union([z.literal("").transform(() => null), mobileField]),
      language: z.string().pipe(z.enum(languages.map(({ tag }) => tag))),
      area: z
        .string()
        .max(100)
        .transform((area) => area || null),
      channels: z.array(z.string().pipe(z.enum(channelNames))),
      ...quietFields,
    })
    .superRefine(checkQuietHours),
  fields: ["name", "phone", "language", "area", "quietFrom", "quietTo"],
  damaged: outOfDate(),
});

export type AccountField = FieldOf<typeof accountRequest>;

type Account = RequestOf<typeof accountRequest>;

export interface SaveAccountPorts {
  users: Pick<Users, "get" | "update">;
  preferences: Pick<PreferenceStore, "initialize" | "update">;
}

/** A customer saves what they have entered about themselves, with the events of what that changes. */
export function saveAccount({ users, preferences }: SaveAccountPorts) {
  return async (
    entries: EntriesOf<typeof accountRequest>,
  ): Promise<Outcome<object, InvalidCode, AccountField>> => {
    const read = readRequest(accountRequest, entries);
    if (!read.ok) return read;
    await saveProfile(users, read.request);
    await savePreferences(preferences, read.request);
    return { ok: true };
  };
}

async function saveProfile(users: SaveAccountPorts["users"], account: Account): Promise<void> {
  const { userId, name, phone } = account;
  const before = await users.get(userId);
  const changed = [
    ...(before?.name === name ? [] : (["name"] as const)),
    ...((before?.phone ?? null) === phone ? [] : (["phone"] as const)),
  ];
  if (changed.length === 0) return;
  await users.update(userId, { name, phone }, { emit: [userUpdated.create({ userId, changed })] });
}

async function savePreferences(
  preferences: SaveAccountPorts["preferences"],
  { userId, language, area, channels, ...quiet }: Account,
): Promise<void> {
  const chosen = {
    language,
    channels: {
      email: channels.includes("email"),
      sms: channels.includes("sms"),
      push: channels.includes("push"),
    },
    quietHours: quietHoursOf(quiet),
  };
  const changed = { emit: [userUpdated.create({ userId, changed: ["preferences"] })] };
  // Someone whose defaults are not set yet has chosen for themselves now.
  const initial = { userId, ...chosen, area: area ?? undefined, quietHours: chosen.quietHours ?? undefined };
  await preferences.initialize(initial, changed, "account-page");
  await preferences.update(userId, { ...chosen, area }, changed);
}
