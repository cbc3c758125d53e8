import type { EmailSender } from "@org/integrations/email/port";
import type { TenOceanStores } from "@org/integrations/stores/ten-ocean/port";
import type { TenOceanInngest } from "./client.ts";

/** Everything that the tenant association's workflows need from outside; a workflow takes the ones it uses. */
export interface TenOceanPorts extends TenOceanStores {
  inngest: TenOceanInngest;
  email: EmailSender;
  /** Where tenants reach the portal, without a trailing slash: `https://10ocean.example`. */
  portalUrl: string;
}
