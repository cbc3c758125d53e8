import { oneClick } from "../../one-click.ts";
import { renderBranded } from "../brand-context.tsx";
import { allowedChannels } from "../consent.ts";
import { stopUrl } from "../stop-link.ts";
import type { EmailTemplate } from "./email-template.ts";
import { notificationTypes } from "./notification-types.ts";

/** Notifications as emails: one for each type, under its name. */
export const notificationEmails: readonly EmailTemplate[] = [...notificationTypes].map(([name, type]) => ({
  name,
  async write({ userId, data, ports }) {
    const user = userId === undefined ? undefined : await ports.users.get(userId);
    if (!user) return { skipped: "The user is gone." };
    const { messageClass } = type;
    const isPromotional = messageClass === "promotional";
    const allowed = allowedChannels(
      messageClass,
      isPromotional ? await ports.preferences.get(user.userId) : undefined,
    );
    if (!allowed.email) return { skipped: "The user wants no such emails any more." };
    const wording = await type.word({ user, data, ports });
    if (!wording) return { skipped: "There is nothing to tell any more." };
    const { title: subject, email, brand, contact = user } = wording;
    if (contact.email === "") return { skipped: "The user is gone." };
    const headers = isPromotional ? oneClick(stopUrl) : undefined;
    return { to: contact.email, subject, ...(await renderBranded(email, brand)), headers };
  },
}));
