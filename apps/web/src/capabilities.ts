import { cache } from "@org/integrations/cache/capability";
import { deliveryReports } from "@org/integrations/delivery-reports/capability";
import { email } from "@org/integrations/email/capability";
import { parcelNotices } from "@org/integrations/parcel-notices/capability";
import { paymentNotices } from "@org/integrations/payment-notices/capability";
import { payments } from "@org/integrations/payments/capability";
import { pictures } from "@org/integrations/pictures/capability";
import { search } from "@org/integrations/search/capability";

/** What the web app needs of vendors: it reads their variables, and those of no others. */
export const capabilities = [
  cache,
  deliveryReports,
  email,
  parcelNotices,
  paymentNotices,
  payments,
  pictures,
  search,
] as const;
