import { alerts } from "@org/integrations/alerts/capability";
import { archive } from "@org/integrations/archive/capability";
import { cache } from "@org/integrations/cache/capability";
import { email } from "@org/integrations/email/capability";
import { partners } from "@org/integrations/partners/capability";
import { payments } from "@org/integrations/payments/capability";
import { pictures } from "@org/integrations/pictures/capability";
import { push } from "@org/integrations/push/capability";
import { search } from "@org/integrations/search/capability";
import { sms } from "@org/integrations/sms/capability";

/** What the worker needs of vendors: it reads their variables, and those of no others. */
export const capabilities = [
  alerts,
  archive,
  cache,
  email,
  partners,
  payments,
  pictures,
  push,
  search,
  sms,
] as const;
