import { mohallaMartCatalogue } from "@org/events/mohallamart";
import type { ConvexDeployment } from "../../convex/deployment.ts";
import { functions } from "../../convex/functions.ts";
import { marketCalls } from "../convex-refusals.ts";
import type { Consents, PreferenceStore, Staff, User, Users } from "../port.ts";

export function convexUsers(deployment: ConvexDeployment): Users {
  const { query, mutation, change } = marketCalls(deployment, "users");
  const { users } = functions;
  return {
    get: async (userId) => userFrom(await query(users.get, { userId })),
    findByEmail: async (email) => userFrom(await query(users.findByEmail, { email })),
    add: ({ userId, name, email, phone }, events) =>
      change(users.add, { user: { userId, name, email, phone } }, events),
    async update(userId, { name, email, phone }, events) {
      const updated = await change(users.update, { userId, name, email, phone }, events);
      return { ...updated, phone: updated.phone };
    },
    close: (userId, events) => change(users.close, { userId }, events),
    async remove(userId) {
      const names = mohallaMartCatalogue.definitions.map(({ event }) => event);
      while (!(await mutation(users.erase, { userId, names })));
    },
  };
}

function userFrom(found: User | null): User | undefined {
  return found ? { ...found, phone: found.phone } : undefined;
}

export function convexPreferences(deployment: ConvexDeployment): PreferenceStore {
  const { query, change } = marketCalls(deployment, "preferences");
  const { preferences } = functions;
  return {
    get: async (userId) => (await query(preferences.get, { userId })) ?? undefined,
    initialize: ({ userId, language, area, channels, quietHours }, events, source = "account-opened") =>
      change(
        preferences.initialize,
        { preferences: { userId, language, area, channels, quietHours }, source },
        events,
      ),
    update: (userId, { language, area, channels, quietHours }, events, source = "account-page") =>
      change(preferences.update, { userId, language, area, channels, quietHours, source }, events),
  };
}

export function convexConsents(deployment: ConvexDeployment): Consents {
  const { query } = marketCalls(deployment, "consents");
  return { list: (userId) => query(functions.preferences.consents, { userId }) };
}

export function convexStaff(deployment: ConvexDeployment): Staff {
  const { query, mutation } = marketCalls(deployment, "staff");
  const { staff } = functions;
  return {
    list: () => query(staff.list, {}),
    get: async (staffId) => (await query(staff.get, { staffId })) ?? undefined,
    findByEmail: async (email) => (await query(staff.findByEmail, { email })) ?? undefined,
    add: ({ staffId, name, email }) => mutation(staff.add, { staffId, name, email }),
  };
}
