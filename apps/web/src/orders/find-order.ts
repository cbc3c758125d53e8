import type { OrderAccess } from "@org/commands/mohallamart/orders/order-access";
import type {
  DisputeToBook,
  OrderDetails,
  OrderPayment,
  OrderProgress,
  ParcelNews,
  PostalAddress,
} from "@org/stores/mohallamart/port";
import { versionOf, type Watched } from "../live/watch.ts";
import { mohallaMart } from "../stores.ts";
import { currentOrderAccess } from "./order-reader.ts";
import { isFinal } from "./order-steps.ts";

export interface FoundOrder extends Watched {
  order: OrderDetails;
  progress: OrderProgress;
  payment: OrderPayment;
  disputes: DisputeToBook[];
  /** What the delivery partner told. */
  parcel: ParcelNews[];
  /** Absent of an order of a closed account. */
  address: PostalAddress | undefined;
  /** What whoever asks may do with it. */
  access: OrderAccess;
}

/** An order with its progress; undefined when there is none, or it is not for whoever asks. */
export async function findOrder(orderId: string): Promise<FoundOrder | undefined> {
  const access = await currentOrderAccess(orderId);
  if (!access) return undefined;
  const { addresses, orders, money, parcels } = mohallaMart();
  const [order, progress, payment, disputes, parcel, addressOf] = await Promise.all([
    orders.get(orderId),
    orders.progress(orderId),
    orders.payment(orderId),
    money.disputes(orderId),
    parcels.history(orderId),
    addresses.ofOrders([orderId]),
  ]);
  if (!order || !progress || !payment) return undefined;
  const found = { order, progress, payment, disputes, parcel, address: addressOf[orderId], access };
  return { ...found, ...watched({ progress, payment, disputes, parcel }) };
}

/** Of which shop the order is, for the title of its page; undefined for whom it is not. */
export async function shopOfOrder(orderId: string): Promise<string | undefined> {
  const access = await currentOrderAccess(orderId);
  return access && (await mohallaMart().orders.get(orderId))?.shop.name;
}

/** Only what tells whether the order's page is out of date. The caller has seen to it that they may know. */
export async function watchOrder(orderId: string): Promise<Watched | undefined> {
  const { orders, money, parcels } = mohallaMart();
  const [progress, payment, disputes, parcel] = await Promise.all([
    orders.progress(orderId),
    orders.payment(orderId),
    money.disputes(orderId),
    parcels.history(orderId),
  ]);
  return progress && payment && watched({ progress, payment, disputes, parcel });
}

function watched(shown: Pick<FoundOrder, "progress" | "payment" | "disputes" | "parcel">): Watched {
  const { progress, payment, disputes, parcel } = shown;
  return { version: versionOf([progress, payment, disputes, parcel]), settled: isFinal(progress, payment) };
}
