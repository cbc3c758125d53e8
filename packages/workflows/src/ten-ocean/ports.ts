import type { EmailSender } from "@org/integrations/email/port";
import type { TenOceanStores } from "@org/stores/ten-ocean/port";
import type { WorkflowClient } from "../client.ts";
import type { VendorLimits } from "../vendor-limits.ts";

/** Everything that the tenant association's workflows need from outside; a workflow takes the ones it uses. */
export interface TenOceanPorts extends TenOceanStores {
  inngest: WorkflowClient;
  email: EmailSender;
  /** Where tenants reach the portal, without a trailing slash: `https://10ocean.example`. */
  portalUrl: string;
  /** What the vendors grant this account where it is not what they publish, in requests a second. */
  limits?: Partial<VendorLimits>;
}
