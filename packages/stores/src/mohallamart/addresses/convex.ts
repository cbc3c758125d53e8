import { ulid } from "ulid";
import type { ConvexDeployment } from "../../convex/deployment.ts";
import { functions } from "../../convex/functions.ts";
import { marketCalls } from "../convex-refusals.ts";
import type { Addresses } from "./port.ts";

export function convexAddresses(deployment: ConvexDeployment): Addresses {
  const { query, mutation } = marketCalls(deployment, "addresses");
  const { addresses } = functions;
  return {
    async ofOrders(orderIds) {
      const found = await query(addresses.ofOrders, { orderIds: [...orderIds] });
      return Object.fromEntries(found.map(({ orderId, address }) => [orderId, address]));
    },
    list: ({ userId }) => query(addresses.list, { userId }),
    save: (userId, { name, phone, line1, line2, landmark, pinCode }) =>
      mutation(addresses.save, {
        userId,
        address: { name, phone, line1, line2, landmark, pinCode },
        addressId: `adr_${ulid()}`,
      }),
    forget: ({ userId, addressId }) => mutation(addresses.forget, { userId, addressId }),
  };
}
