import { orderCreated } from "@org/events/mohallamart/order-created";

type ConditionalTrigger = typeof orderCreated & { readonly if: string };

/** An order that is paid on delivery. An absent `payment` means cash: Inngest compares what is absent as null. */
export const cashOrderCreated: ConditionalTrigger = {
  ...orderCreated,
  if: "event.data.payment != 'prepaid'",
};

/** An order whose payment was authorised at checkout and has to be captured first. */
export const prepaidOrderCreated: ConditionalTrigger = {
  ...orderCreated,
  if: "event.data.payment == 'prepaid'",
};
