import { wordsIn } from "@org/stores/mohallamart/words/catalogue";
import * as z from "zod";
import { brandFor } from "../brand.ts";
import { renderBranded } from "../brand-context.tsx";
import { emailTemplate } from "../notifications/email-template.ts";
import { languageOfUser } from "../reader-language.ts";
import { WelcomeEmail } from "./welcome-email.tsx";
import { welcomeWords } from "./words.ts";

/** To a new customer, with a guide to setting up the account. */
export const welcome = emailTemplate({
  name: "welcome",
  data: z.object({}),
  async write({ userId, ports }) {
    const user = userId === undefined ? undefined : await ports.users.get(userId);
    // Deleted since they registered: an outcome, not a failure that somebody has to look at.
    if (!user) return { skipped: "The user is gone." };
    const { webUrl } = ports;
    const brand = brandFor(ports, await languageOfUser(ports, user.userId));
    const body = await renderBranded(
      <WelcomeEmail name={user.name} storefrontUrl={webUrl} accountUrl={`${webUrl}/account`} />,
      brand,
    );
    const subject = wordsIn(welcomeWords, brand.locale).say("subject", { brand: brand.name });
    return { to: user.email, subject, ...body };
  },
});
