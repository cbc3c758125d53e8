import type { StaffMember } from "@org/stores/mohallamart/port";
import type { WorkflowStep } from "../../client.ts";
import { type DeliveryOutcome, deliver, type Message } from "../../deliver.ts";
import { settleAll } from "../../settle-all.ts";
import { brandOf } from "../brand.ts";
import { renderBranded } from "../brand-context.tsx";
import type { Uses } from "../ports.ts";
import { ApplicationLapsedEmail } from "./application-lapsed-email.tsx";
import type { ShopApplication } from "./find-application.ts";
import { ShopApplicationEmail } from "./shop-application-email.tsx";

type StaffPorts = Uses<{
  staff: "list";
  email: "send";
  deliveries: "get" | "record";
  webUrl: true;
  brand: true;
}>;

/** `request`: when someone has applied; `reminder`: when nobody has decided for a while. */
type Round = "request" | "reminder";

/** Asks everyone on the staff to decide on an application; what became of each email is returned. */
export async function tellStaff(
  { email, staff, deliveries, webUrl, brand }: StaffPorts,
  step: WorkflowStep,
  found: ShopApplication,
  { round, waitingDays }: { round: Round; waitingDays: number },
): Promise<DeliveryOutcome[]> {
  const subject = waitingDays === 0 ? "A new shop applies" : "A shop is still waiting";
  const members = await step.run(`fetch-staff:${round}`, () => staff.list());
  // Side by side: nobody waits for the tries of somebody else's email.
  return settleAll(
    members.map(async (member) => {
      const id = `${round}:${member.staffId}`;
      const message = toStaff(found, id);
      const body = await step.run(`render-email:${id}`, () =>
        renderFor(member, found, { waitingDays, webUrl, brand }),
      );
      return deliver(step, {
        steps: [`tell-staff:${id}`, `record-email-failure:${id}`],
        deliveries,
        message,
        send: (key) =>
          email.send({
            to: member.email,
            subject: `${subject}: ${found.shop.name}`,
            ...body,
            key,
          }),
      });
    }),
  );
}

/** Tells the applicant that their application has lapsed. */
export async function tellApplicant(
  { email, deliveries, webUrl, brand }: Omit<StaffPorts, "staff">,
  step: WorkflowStep,
  { shopkeeper, shop }: ShopApplication,
): Promise<DeliveryOutcome> {
  const body = await step.run("render-lapsed", () =>
    renderBranded(
      <ApplicationLapsedEmail
        applicantName={shopkeeper.name}
        shopName={shop.name}
        applyUrl={`${webUrl}/sell`}
      />,
      brandOf({ brand }),
    ),
  );
  const message: Message = {
    key: `application-lapsed:${shopkeeper.shopkeeperId}:email`,
    subject: shopkeeper.shopkeeperId,
    workflow: "verify-shopkeeper",
    recipient: "shopkeeper",
    channel: "email",
  };
  const subject = `Your application for ${shop.name} has lapsed`;
  return await deliver(step, {
    steps: ["tell-applicant", "record-lapsed-failure"],
    deliveries,
    message,
    send: (key) => email.send({ to: shopkeeper.email, subject, ...body, key }),
  });
}

function toStaff({ shopkeeper: { shopkeeperId } }: ShopApplication, id: string): Message {
  return {
    key: `shop-application:${shopkeeperId}:${id}:email`,
    subject: shopkeeperId,
    workflow: "verify-shopkeeper",
    recipient: "admin",
    channel: "email",
  };
}

function renderFor(
  member: StaffMember,
  { shopkeeper, shop }: ShopApplication,
  { waitingDays, webUrl, brand }: { waitingDays: number } & Uses<{ webUrl: true; brand: true }>,
) {
  return renderBranded(
    <ShopApplicationEmail
      staffName={member.name}
      applicantName={shopkeeper.name}
      shopName={shop.name}
      area={shop.area}
      description={shop.description}
      applicationsUrl={`${webUrl}/admin/applications`}
      waitingDays={waitingDays}
    />,
    brandOf({ brand }),
  );
}
