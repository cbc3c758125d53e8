import { userCreated } from "@org/events/mohallamart/user-created";
import { userUpdated } from "@org/events/mohallamart/user-updated";
import { UnknownUserError } from "@org/stores/mohallamart/errors";
import type { InngestFunction } from "inngest";
import { defaultRetries } from "../../retry-policy.ts";
import { brandOf } from "../brand.ts";
import type { Uses } from "../ports.ts";

/** Until the user chooses otherwise. A channel for which they have no address or device reaches nobody. */
const channels = { email: true, sms: true, push: true };

type Ports = Uses<{ inngest: true; orders: "first"; shops: "get"; preferences: "initialize"; brand: true }>;

/** Gives a new user preferences to start from; the neighbourhood is that of the shop they first ordered from, and
 * the language the one in which they did. */
export function initializePreferences({
  inngest,
  orders,
  shops,
  preferences,
  ...ports
}: Ports): InngestFunction.Any {
  const { locale: language } = brandOf(ports);
  return inngest.createFunction(
    { id: "initialize-preferences", triggers: [userCreated], retries: defaultRetries },
    async ({ event, step }) => {
      const { userId } = event.data;
      const area = await step.run("find-area", async () => {
        const order = await orders.first(userId);
        const shop = order && (await shops.get(order.shopId));
        return shop?.area ?? null;
      });
      const outcome = await step.run("set-defaults", async () => {
        const changed = userUpdated.create({ userId, changed: ["preferences"] }, { cause: event });
        const first = await orders.first(userId);
        try {
          await preferences.initialize(
            { userId, area: area ?? undefined, language: first?.language ?? language, channels },
            { emit: [changed] },
          );
          return "initialised";
        } catch (error) {
          // Deleted since they registered: an outcome, not a failure that somebody has to look at.
          if (UnknownUserError.isInstance(error)) return "user is gone";
          throw error;
        }
      });
      return { preferences: outcome };
    },
  );
}
