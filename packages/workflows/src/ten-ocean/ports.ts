import type { EmailSender } from "@org/integrations/email/port";
import type { PushSender } from "@org/integrations/push/port";
import type { DeadLetters } from "@org/stores/dead-letters/port";
import type { Sessions } from "@org/stores/sessions/port";
import type { TenOceanStores } from "@org/stores/ten-ocean/port";
import type { RegistrationLinks } from "@org/stores/ten-ocean/registration-links/port";
import type { WorkflowClient } from "../client.ts";
import type * as shared from "../uses.ts";
import type { VendorLimits } from "../vendor-limits.ts";
import type { Brand } from "./brand.ts";
import type { NotificationTemplate } from "./notifications/notification-template.ts";

/** Everything that the tenant association's workflows need from outside; a workflow takes the ones it uses. */
export interface TenOceanPorts extends TenOceanStores {
  inngest: WorkflowClient;
  email: EmailSender;
  /** Absent when no push vendor is configured: nobody has a device then. */
  push?: PushSender;
  /** Who is signed in at the portal. */
  sessions: Sessions;
  /** Failed runs hold their events, and so personal data. */
  deadLetters: Pick<DeadLetters, "forget">;
  /** By which people see their registration before they can sign in. */
  registrationLinks: Pick<RegistrationLinks, "tokenOf">;
  /** Where tenants reach the portal, without a trailing slash: `https://10ocean.example`. */
  portalUrl: string;
  /** Kinds of notifications besides those of the domains. */
  templates?: readonly NotificationTemplate[];
  /** What the vendors grant this account where it is not what they publish, in requests a second. */
  limits?: Partial<VendorLimits>;
  /** What of 10 Ocean's name is another. */
  brand?: Partial<Brand>;
}

/** What one workflow needs: `Uses<{ inngest: true; units: "list"; email: "send" }>`. */
export type Uses<Named extends shared.Wanted<TenOceanPorts>> = shared.Uses<TenOceanPorts, Named>;
