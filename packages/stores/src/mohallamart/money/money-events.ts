import type { CreateOptions } from "@org/events";
import { paymentDisputed } from "@org/events/mohallamart/payment-disputed";
import { refundUpdated } from "@org/events/mohallamart/refund-updated";
import type { Emit } from "../../outbox/port.ts";
import type { BookedDispute, BookedRefund } from "./port.ts";

/** What is emitted with a booked refund, whoever books it: nothing while it is on its way. */
export function refundNews(options?: CreateOptions): Emit<BookedRefund> {
  return {
    emit: ({ status, ...booked }) =>
      status === "pending" ? [] : [refundUpdated.create({ ...booked, status }, options)],
  };
}

/** What is emitted with a booked dispute. */
export function disputeNews(options?: CreateOptions): Emit<BookedDispute> {
  return { emit: (booked) => [paymentDisputed.create(booked, options)] };
}
