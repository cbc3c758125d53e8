import type { AlertSender } from "@org/integrations/alerts/port";
import type { Archive } from "@org/integrations/archive/port";
import type { Cache } from "@org/integrations/cache/port";
import type { EmailSender } from "@org/integrations/email/port";
import type { Partners } from "@org/integrations/partners/port";
import type { Payments } from "@org/integrations/payments/port";
import type { Pictures } from "@org/integrations/pictures/port";
import type { PushSender } from "@org/integrations/push/port";
import type { SearchIndex } from "@org/integrations/search/port";
import type { SmsSender } from "@org/integrations/sms/port";
import type { DeadLetters } from "@org/stores/dead-letters/port";
import type { OldLogs } from "@org/stores/logs/port";
import type { OrderLinks } from "@org/stores/mohallamart/order-links/port";
import type { MohallaMartStores } from "@org/stores/mohallamart/port";
import type { ProductFields } from "@org/stores/mohallamart/products/search-index";
import type { ExpiredSessions, Sessions } from "@org/stores/sessions/port";
import type { WorkflowClient } from "../client.ts";
import type * as shared from "../uses.ts";
import type { VendorLimits } from "../vendor-limits.ts";
import type { Brand } from "./brand.ts";

/** Everything that the marketplace's workflows need from outside; a workflow takes the ones it uses. */
export interface MohallaMartPorts extends MohallaMartStores {
  inngest: WorkflowClient;
  email: EmailSender;
  /** Sends at most once per key. */
  sms: SmsSender;
  /** Absent when no push vendor is configured: nobody has a device then. */
  push?: PushSender;
  /** The products that customers can find. */
  search: SearchIndex<ProductFields>;
  /** What the web app reads often: users and products. */
  cache: Cache;
  /** Absent when no payment vendor is configured: there are only cash orders then. */
  payments?: Payments;
  /** Where a person has to act on money; tells a group once in a while, however often it is asked to. */
  alerts: AlertSender;
  /** Those that are configured. */
  partners: Partners;
  /** Who is signed in to the web app. */
  sessions: Sessions;
  /** Every place that keeps sessions, by name. */
  sessionSources: Readonly<Record<string, ExpiredSessions>>;
  /** Rows that may go after a time. */
  oldLogs: OldLogs;
  /** Where they go before they are deleted, and where exports go. */
  archive: Archive;
  /** Those of products; absent where they are kept nowhere: there are none then. */
  pictures?: Pictures | undefined;
  /** Failed runs hold their events, and so personal data. */
  deadLetters: Pick<DeadLetters, "forget">;
  /** By which customers see their orders without signing in. */
  orderLinks: Pick<OrderLinks, "issue">;
  /** Where customers reach the storefront, without a trailing slash: `https://mohallamart.example`. */
  webUrl: string;
  /** What the vendors grant this account where it is not what they publish, in requests a second. */
  limits?: Partial<VendorLimits>;
  /** What time it is, for what may not go out at night. Default: the computer's. */
  now?: () => Date;
  /** What of MohallaMart's name, language, currency and time zone is another. */
  brand?: Partial<Brand>;
}

/** What one workflow needs: `Uses<{ inngest: true; orders: "get"; email: "send" }>`. */
export type Uses<Named extends shared.Wanted<MohallaMartPorts>> = shared.Uses<MohallaMartPorts, Named>;
