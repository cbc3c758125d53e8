import type { PartnerName } from "@org/integrations/partners/port";
import type { TestBench } from "./test-bench.ts";

/** What a partner was told, oldest first. */
export function partnerMessages({ vendors }: TestBench, partner: PartnerName): PartnerMessageSeen[] {
  return vendors
    .outbox()
    .filter(({ vendor, to }) => vendor === "partners" && to === partner)
    .map(({ text = "" }) => JSON.parse(text));
}

interface PartnerMessageSeen {
  type: string;
  data: Record<string, unknown>;
}
