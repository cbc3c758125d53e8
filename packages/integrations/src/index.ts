export type { Alert, AlertSender, SentAlert } from "./alerts/port.ts";
export type { Archive } from "./archive/port.ts";
export type { Cache, CacheEntryOptions, RateLimit, RateLimitState } from "./cache/port.ts";
export type {
  DeadLetter,
  DeadLetterFilter,
  DeadLetterStatus,
  DeadLetters,
  NewDeadLetter,
} from "./dead-letters/port.ts";
export type {
  Deliveries,
  Delivery,
  DeliveryChannel,
  DeliveryStatus,
  RecipientRole,
} from "./deliveries/port.ts";
export type { Email, EmailSender, SentEmail } from "./email/port.ts";
export type { FailureKind, IntegrationErrorOptions } from "./error.ts";
export { IntegrationError } from "./error.ts";
export type { LedgerEntry, LedgerState, SendLedger } from "./ledger/port.ts";
export type { Log } from "./log.ts";
export type { LogBatch, LogName, OldLogs } from "./logs/port.ts";
export type { Emit, FailingEvent, Outbox, OutboxState, Relay } from "./outbox/port.ts";
export type { Partner, PartnerMessage, PartnerName, Partners, SentPartnerMessage } from "./partners/port.ts";
export type {
  CheckoutForm,
  CheckoutResult,
  NewPaymentOrder,
  Payment,
  PaymentNotice,
  PaymentNotices,
  PaymentOrder,
  PaymentStatus,
  Payments,
  Refund,
} from "./payments/port.ts";
export type { Push, PushSender, SentPush } from "./push/port.ts";
export type { ImportOutcome, SearchIndex, SearchPage, SearchQuery } from "./search/port.ts";
export type { ExpiredSessions, Session, Sessions } from "./sessions/port.ts";
export type { SentSms, Sms, SmsSender } from "./sms/port.ts";
export type { MohallaMartStores } from "./stores/mohallamart/port.ts";
export type { TenOceanStores } from "./stores/ten-ocean/port.ts";
