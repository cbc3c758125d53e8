import { type Infer, v } from "convex/values";
import type { Doc } from "./_generated/dataModel.js";
import type { MutationCtx, QueryCtx } from "./_generated/server.js";
import { emit, emitFor } from "./outboxRows.ts";
import { countRevision, requireUser } from "./peopleRows.ts";
import { consentChannel as channel, channels, quietHours, consentSource as source } from "./peopleShapes.ts";
import { refuse } from "./refusals.ts";
import { serviceMutation, serviceQuery } from "./service.ts";
import { isoOf } from "./times.ts";

const preferences = v.object({
  userId: v.string(),
  language: v.string(),
  area: v.optional(v.string()),
  channels,
  quietHours: v.optional(quietHours),
});
export const get = serviceQuery({
  args: { userId: v.string() },
  returns: v.union(v.null(), preferences),
  handler: async (context, { userId }) => {
    const found = await ofUser(context, userId);
    return found && preferencesFrom(found);
  },
});

export const initialize = serviceMutation({
  args: { preferences, source, emit },
  returns: preferences,
  handler: async (context, { preferences, source, emit }) => {
    const { userId } = preferences;
    const user = await requireUser(context, userId);
    const kept = await ofUser(context, userId);
    if (kept) return preferencesFrom(kept);
    await context.db.insert("preferences", preferences);
    await countRevision(context, user);
    await recordConsents(context, { userId, channels: preferences.channels, source });
    if (source === "account-page") await speakOfOrders(context, userId, preferences.language);
    await emitFor(context, emit, undefined);
    return preferences;
  },
});

export const update = serviceMutation({
  args: {
    userId: v.string(),
    language: v.optional(v.string()),
    area: v.optional(v.union(v.null(), v.string())),
    channels: v.optional(channels),
    quietHours: v.optional(v.union(v.null(), quietHours)),
    source,
    emit,
  },
  returns: preferences,
  handler: async (context, { userId, source, emit, ...changes }) => {
    const user = await requireUser(context, userId);
    const found = (await ofUser(context, userId)) ?? refuse("unknown-user", userId);
    const before = preferencesFrom(found);
    const after = changed(before, changes);
    if (JSON.stringify(before) === JSON.stringify(after)) return before;
    await context.db.replace(found._id, after);
    if (after.language !== before.language) await speakOfOrders(context, userId, after.language);
    await countRevision(context, user);
    await recordConsents(context, { userId, channels: after.channels, source, before: before.channels });
    await emitFor(context, emit, after);
    return after;
  },
});

export const consents = serviceQuery({
  args: { userId: v.string() },
  returns: v.array(v.object({ channel, granted: v.boolean(), source, at: v.string() })),
  handler: async (context, { userId }) => {
    const rows = await context.db
      .query("consents")
      .withIndex("byUser", (index) => index.eq("userId", userId))
      .take(5_000);
    return rows.map(({ channel, granted, source, at }) => ({ channel, granted, source, at: isoOf(at) }));
  },
});

type Preferences = Infer<typeof preferences>;
interface Changes {
  language?: string;
  area?: string | null;
  channels?: Infer<typeof channels>;
  quietHours?: Infer<typeof quietHours> | null;
}

/** With its fields always in one order, so that two of them can be compared. */
function changed(before: Preferences, { language, area, channels: given, quietHours }: Changes): Preferences {
  const { email, sms, push } = given ?? before.channels;
  return {
    userId: before.userId,
    language: language ?? before.language,
    area: area === undefined ? before.area : (area ?? undefined),
    channels: { email, sms, push },
    quietHours: quietHours === undefined ? before.quietHours : hoursFrom(quietHours ?? undefined),
  };
}

function preferencesFrom({ userId, language, area, channels, quietHours }: Doc<"preferences">): Preferences {
  const { email, sms, push } = channels;
  return { userId, language, area, channels: { email, sms, push }, quietHours: hoursFrom(quietHours) };
}

function hoursFrom(hours: Infer<typeof quietHours> | undefined) {
  return hours && { from: hours.from, to: hours.to };
}

const ofUser = (context: QueryCtx, userId: string) =>
  context.db
    .query("preferences")
    .withIndex("byUser", (index) => index.eq("userId", userId))
    .unique();

interface Chosen {
  userId: string;
  /** Absent where nothing was chosen before. */
  before?: Infer<typeof channels>;
  channels: Infer<typeof channels>;
  source: Infer<typeof source>;
}

/** Records each channel that is allowed, or not, from now on. */
async function recordConsents(context: MutationCtx, { userId, before, channels, source }: Chosen) {
  for (const channel of ["email", "sms", "push"] as const) {
    if (channels[channel] === before?.[channel]) continue;
    const consent = { userId, channel, granted: channels[channel], source, at: Date.now() };
    await context.db.insert("consents", consent);
  }
}

/** Messages about what they ordered before are written in it as well: of their latest, for the others have arrived. */
async function speakOfOrders(context: MutationCtx, userId: string, language: string): Promise<void> {
  const latest = await context.db
    .query("orders")
    .withIndex("byCustomer", (index) => index.eq("userId", userId))
    .order("desc")
    .take(4_000);
  for (const { _id } of latest) await context.db.patch(_id, { language });
}
