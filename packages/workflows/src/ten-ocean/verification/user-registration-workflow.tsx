import { userRegistered } from "@org/events/ten-ocean/user-registered";
import type { Admin, Resident, Unit } from "@org/stores/ten-ocean/port";
import { type InngestFunction, NonRetriableError } from "inngest";
import { type DeliveryOutcome, deliver, type Message } from "../../deliver.ts";
import { renderEmail } from "../../render-email.ts";
import { defaultRetries } from "../../retry-policy.ts";
import { sendingShare } from "../../vendor-limits.ts";
import { brandOf } from "../brand.ts";
import type { Uses } from "../ports.ts";
import { VerificationRequestEmail } from "./verification-request-email.tsx";

type Ports = Uses<{
  inngest: true;
  residents: "get";
  units: "list";
  admins: "list";
  verifications: "open";
  email: "send";
  deliveries: "get" | "record";
  portalUrl: true;
  limits: true;
  brand: true;
}>;

/** Puts a new resident into the verification queue and asks those who can vouch for them to decide. */
export function userRegistrationWorkflow(ports: Ports): InngestFunction.Any {
  const { inngest, email, units, admins, verifications, deliveries, portalUrl } = ports;
  const { name: association } = brandOf(ports);
  return inngest.createFunction(
    {
      id: "user-registration-workflow",
      triggers: [userRegistered],
      retries: defaultRetries,
      throttle: sendingShare("user-registration-workflow", ports.limits),
    },
    async ({ event, step }) => {
      const { userId } = event.data;
      const resident = await step.run("fetch-resident", () => findResident(ports, userId));
      await step.run("add-to-verification-queue", () => verifications.open(userId));
      const { reviewers, unit } = await step.run("find-reviewers", async () => ({
        reviewers: await admins.list({ unitId: resident.unitId }),
        unit: (await units.list()).find(({ unitId }) => unitId === resident.unitId),
      }));
      if (reviewers.length === 0) {
        throw new NonRetriableError(
          `Nobody can verify resident ${userId}: the association has no admin. Add one.`,
        );
      }

      const outcomes: DeliveryOutcome[] = [];
      for (const admin of reviewers) {
        const { adminId } = admin;
        const message = request(userId, admin);
        const body = await step.run(`render-request:${adminId}`, () =>
          renderRequest({ admin, resident, unit, portalUrl, association }),
        );
        outcomes.push(
          await deliver(step, {
            steps: [`notify-admins:${adminId}`, `record-email-failure:${adminId}`],
            deliveries,
            message,
            send: (key) =>
              email.send({
                to: admin.email,
                subject: `A new registration at ${association}`,
                ...body,
                key,
              }),
          }),
        );
      }
      if (outcomes.every(({ status }) => status === "failed")) {
        throw new NonRetriableError(`No admin could be told of resident ${userId}: ${outcomes[0]?.reason}`);
      }
    },
  );
}

async function findResident({ residents }: Ports, userId: string): Promise<Resident> {
  const resident = await residents.get(userId);
  if (!resident) {
    throw new NonRetriableError(
      `Resident ${userId} does not exist: it was deleted, or the event names a wrong one.`,
    );
  }
  return resident;
}

function request(userId: string, admin: Admin): Message {
  return {
    key: `verification-request:${userId}:${admin.adminId}:email`,
    subject: userId,
    workflow: "user-registration-workflow",
    recipient: "admin",
    channel: "email",
  };
}

interface RequestContent {
  admin: Admin;
  resident: Resident;
  unit: Unit | undefined;
  portalUrl: string;
  association: string;
}

function renderRequest({ admin, resident, unit, portalUrl, association }: RequestContent) {
  return renderEmail(
    <VerificationRequestEmail
      adminName={admin.name}
      residentName={`${resident.firstName} ${resident.lastName}`}
      unit={unit?.label}
      association={association}
      registrationUrl={`${portalUrl}/ten-ocean/residents/${resident.userId}`}
    />,
  );
}
