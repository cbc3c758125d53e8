export { type BatchDeliveryOptions, deliverBatch, unsentOf } from "./delivery/deliver-batch.ts";
export {
  type DeliveryOptions,
  deliver,
  deliverEach,
  type EachDeliveryOptions,
} from "./delivery/deliver-each.ts";
export type { DeliveryStep } from "./delivery/in-steps.ts";
export type {
  BatchedOutcome,
  BatchOutcome,
  DeliveryOutcome,
  Message,
  NoMessage,
} from "./delivery/outcome.ts";
