import { wordsIn } from "@org/stores/mohallamart/words/catalogue";
import * as z from "zod";
import { brandFor, brandOf } from "../brand.ts";
import { renderBranded } from "../brand-context.tsx";
import { type EmailPorts, emailTemplate } from "../notifications/email-template.ts";
import { languageOfAddress } from "../reader-language.ts";
import { ApplicationLapsedEmail } from "./application-lapsed-email.tsx";
import { ApplicationRejectedEmail } from "./application-rejected-email.tsx";
import type { ShopApplication } from "./find-application.ts";
import { findApproved, findRejected } from "./find-application.ts";
import { ShopApplicationEmail } from "./shop-application-email.tsx";
import { ShopApprovedEmail } from "./shop-approved-email.tsx";
import { applicationWords } from "./words.ts";

const shopkeeperId = z.string();

/** To somebody on the staff, who is asked to decide. */
export const shopApplication = emailTemplate({
  name: "shop-application",
  data: z.object({ shopkeeperId, staffId: z.string(), waitingDays: z.number() }),
  async write({ data: { waitingDays, ...data }, ports }) {
    const member = await ports.staff.get(data.staffId);
    if (!member) return { skipped: `${data.staffId} is on the staff no more.` };
    const found = await applicantOf(ports, data.shopkeeperId);
    if (!found) return withdrawn(data.shopkeeperId);
    const { shopkeeper, shop } = found;
    const body = await renderBranded(
      <ShopApplicationEmail
        staffName={member.name}
        applicantName={shopkeeper.name}
        shopName={shop.name}
        area={shop.area}
        description={shop.description}
        applicationsUrl={`${ports.webUrl}/admin/applications`}
        waitingDays={waitingDays}
      />,
      brandOf(ports),
    );
    const what = waitingDays === 0 ? "A new shop applies" : "A shop is still waiting";
    return { to: member.email, subject: `${what}: ${shop.name}`, ...body };
  },
});

/** To the applicant, when nobody has decided. */
export const applicationLapsed = emailTemplate({
  name: "application-lapsed",
  data: z.object({ shopkeeperId }),
  async write({ data, ports }) {
    const found = await applicantOf(ports, data.shopkeeperId);
    if (!found) return withdrawn(data.shopkeeperId);
    const { shopkeeper, shop } = found;
    const brand = brandFor(ports, await languageOfAddress(ports, shopkeeper.email));
    const body = await renderBranded(
      <ApplicationLapsedEmail
        applicantName={shopkeeper.name}
        shopName={shop.name}
        applyUrl={`${ports.webUrl}/sell`}
      />,
      brand,
    );
    const subject = wordsIn(applicationWords, brand.locale).say("lapsedSubject", { shop: shop.name });
    return { to: shopkeeper.email, subject, ...body };
  },
});

/** To a shopkeeper whose shop is open. */
export const shopApproved = emailTemplate({
  name: "shop-approved",
  data: z.object({ shopkeeperId }),
  async write({ data, ports }) {
    const { shopkeeper, shop } = await findApproved(ports, data.shopkeeperId);
    const brand = brandFor(ports, await languageOfAddress(ports, shopkeeper.email));
    const body = await renderBranded(
      <ShopApprovedEmail
        shopkeeperName={shopkeeper.name}
        shopName={shop.name}
        email={shopkeeper.email}
        signInUrl={`${ports.webUrl}/sign-in`}
      />,
      brand,
    );
    const subject = wordsIn(applicationWords, brand.locale).say("approvedTitle", { shop: shop.name });
    return { to: shopkeeper.email, subject, ...body };
  },
});

/** To an applicant who was turned down, with the reason. */
export const applicationRejected = emailTemplate({
  name: "application-rejected",
  data: z.object({ shopkeeperId }),
  async write({ data, ports }) {
    const found = await findRejected(ports, data.shopkeeperId);
    if (!found) return withdrawn(data.shopkeeperId);
    const { application, shopkeeper, shop } = found;
    const brand = brandFor(ports, await languageOfAddress(ports, shopkeeper.email));
    const body = await renderBranded(
      <ApplicationRejectedEmail
        applicantName={shopkeeper.name}
        shopName={shop.name}
        reason={application.rejection ?? ""}
        applyUrl={`${ports.webUrl}/sell`}
      />,
      brand,
    );
    const subject = wordsIn(applicationWords, brand.locale).say("rejectedSubject", { shop: shop.name });
    return { to: shopkeeper.email, subject, ...body };
  },
});

/** Undefined once the account of the applicant was closed, which takes the application along. */
async function applicantOf(
  { shopkeepers, shops }: EmailPorts,
  id: string,
): Promise<Pick<ShopApplication, "shopkeeper" | "shop"> | undefined> {
  const shopkeeper = await shopkeepers.get(id);
  const shop = shopkeeper && (await shops.get(shopkeeper.shopId));
  return shopkeeper && shop ? { shopkeeper, shop } : undefined;
}

function withdrawn(id: string) {
  return { skipped: `The application of ${id} was withdrawn.` };
}
