import type { DigestReader, DigestSpan, TenOceanStores } from "@org/stores/ten-ocean/port";
import { renderEmail } from "../../render-email.ts";
import { type Brand, brandOf } from "../brand.ts";
import { digestEmail, digestWords } from "./digest-message.tsx";
import { spanDue } from "./digest-schedule.ts";
import { personalise } from "./personalise.ts";

export interface PreviewPorts {
  digests: Pick<TenOceanStores["digests"], "content" | "last" | "readers">;
  /** Where tenants reach the portal, without a trailing slash. */
  portalUrl: string;
  brand?: Partial<Brand>;
}

/** A digest as a reader would get it now. */
export interface DigestPreview {
  span: DigestSpan;
  reader: DigestReader;
  /** Undefined when there is nothing to tell: the reader would get none. */
  message: { subject: string; html: string; text: string } | undefined;
}

/** Writes a digest the way `generate-digest` and the sender do, without sending anything. */
export function previewDigest({ digests, portalUrl, ...ports }: PreviewPorts) {
  const brand = brandOf(ports);
  /** @returns undefined when there is no such reader. */
  return async (
    userId: string,
    period: DigestSpan["period"],
    now: Date,
  ): Promise<DigestPreview | undefined> => {
    const since = (await digests.last(period))?.until ?? spanDue(period, now, brand).since;
    const span = { period, since, until: now.toISOString() };
    const content = await digests.content(span);
    const eventIds = content.events.map(({ eventId }) => eventId);
    const [reader] = await digests.readers({ userIds: [userId], eventIds, span });
    if (!reader) return undefined;
    const data = personalise({ content, reader, until: span.until });
    if (!data) return { span, reader, message: undefined };
    const digest = { data, portalUrl, brand };
    const unsubscribeUrl = `${portalUrl}/ten-ocean/profile/preferences`;
    const body = await renderEmail(digestEmail(period, { ...digest, reader, unsubscribeUrl }));
    return { span, reader, message: { subject: digestWords(period, digest).title, ...body } };
  };
}
