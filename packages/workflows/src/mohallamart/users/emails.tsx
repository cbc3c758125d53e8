import * as z from "zod";
import { brandOf } from "../brand.ts";
import { renderBranded } from "../brand-context.tsx";
import { emailTemplate } from "../notifications/email-template.ts";
import { WelcomeEmail } from "./welcome-email.tsx";

/** To a new customer, with a guide to setting up the account. */
export const welcome = emailTemplate({
  name: "welcome",
  data: z.object({}),
  async write({ userId, ports }) {
    const user = userId === undefined ? undefined : await ports.users.get(userId);
    // Deleted since they registered: an outcome, not a failure that somebody has to look at.
    if (!user) return { skipped: "The user is gone." };
    const { webUrl } = ports;
    const brand = brandOf(ports);
    const body = await renderBranded(
      <WelcomeEmail name={user.name} storefrontUrl={webUrl} accountUrl={`${webUrl}/account`} />,
      brand,
    );
    return { to: user.email, subject: `Welcome to ${brand.name}`, ...body };
  },
});
