import type { EmailSender } from "@org/integrations/email/port";
import type { SearchIndex } from "@org/integrations/search/port";
import type { ProductFields } from "@org/integrations/search/products";
import type { SmsSender } from "@org/integrations/sms/port";
import type { MohallaMartStores } from "@org/integrations/stores/mohallamart/port";
import type { MohallaMartInngest } from "./client.ts";

/** Everything that the marketplace's workflows need from outside; a workflow takes the ones it uses. */
export interface MohallaMartPorts extends MohallaMartStores {
  inngest: MohallaMartInngest;
  email: EmailSender;
  /** Sends at most once per key. */
  sms: SmsSender;
  /** The products that customers can find. */
  search: SearchIndex<ProductFields>;
  /** Where customers reach the storefront, without a trailing slash: `https://mohallamart.example`. */
  webUrl: string;
}
