import type { Cascades } from "../cascades/port.ts";
import type { DeadLetters } from "../dead-letters/port.ts";
import type { CountedDeliveries } from "../deliveries/port.ts";
import type { DeliveryReportBook } from "../delivery-reports/port.ts";
import type { Doubts } from "../doubts/port.ts";
import type { KnownBrowsers } from "../known-browsers/port.ts";
import type { SendLedger } from "../ledger/port.ts";
import type { OldLogs } from "../logs/port.ts";
import type { ApplicationLinks } from "../mohallamart/application-links/port.ts";
import type { OrderLinks } from "../mohallamart/order-links/port.ts";
import type { MohallaMartStores } from "../mohallamart/port.ts";
import type { OperatedOutbox, SentEvents } from "../outbox/port.ts";
import type { Passkeys } from "../passkeys/port.ts";
import type { PersonalData } from "../personal-data/port.ts";
import type { Sessions } from "../sessions/port.ts";
import type { SignInCodes } from "../sign-in-codes/port.ts";
import type { StepFailures } from "../step-failures/port.ts";
import type { Suppressions } from "../suppressions/port.ts";
import type { TenOceanStores } from "../ten-ocean/port.ts";
import type { RegistrationLinks } from "../ten-ocean/registration-links/port.ts";

/** What one product's workflows keep beside its stores. */
export interface ProductRecords {
  ledger: SendLedger;
  sentEvents: SentEvents;
  stepFailures: StepFailures;
}

/** What both products keep, whichever databases it is in: who asks for something of one product finds it. */
export interface PlatformStores {
  mohallaMart: MohallaMartStores;
  tenOcean: TenOceanStores;
  orderLinks: OrderLinks;
  applicationLinks: ApplicationLinks;
  registrationLinks: RegistrationLinks;
  sessions: Sessions;
  signInCodes: SignInCodes;
  knownBrowsers: KnownBrowsers;
  passkeys: Passkeys;
  cascades: Cascades;
  deadLetters: DeadLetters;
  deliveries: CountedDeliveries;
  deliveryReports: DeliveryReportBook;
  doubts: Doubts;
  outbox: OperatedOutbox;
  suppressions: Suppressions;
  oldLogs: OldLogs;
  personalData: Record<"mohallamart" | "ten-ocean", PersonalData>;
  /** Of the marketplace's workflows. */
  marketplaceRecords: ProductRecords;
  /** Of all others. */
  records: ProductRecords;
}
