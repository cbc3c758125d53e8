import { notificationRoute } from "@org/events/ten-ocean/notification-route";
import type * as z from "zod";
import type { WorkflowStep } from "../../client.ts";
import type { NotificationTemplate } from "./notification-template.ts";

/** Members that one event can name. */
const membersPerEvent = 500;

/** An occasion to tell members something. */
export interface Notice<Schema extends z.ZodType> {
  template: NotificationTemplate & { readonly schema: Schema };
  /** Business ids that make the occasion unique, in order: `["evt_31", "1h"]`. A member hears of one once. */
  occasion: readonly string[];
  userIds: readonly string[];
  data: z.input<Schema>;
  /** The id of what it is about. */
  about?: string;
  /** From when on it is of no use. */
  expiresAt?: string;
}

/**
 * Hands an occasion to `route-notification` in one step, which decides for every member over what and when.
 * @param stepId a literal, as all step ids
 */
export async function tell<Schema extends z.ZodType>(
  step: Pick<WorkflowStep, "sendEvent">,
  stepId: string,
  notice: Notice<Schema>,
): Promise<void> {
  const events = toEvents(notice);
  if (events.length > 0) await step.sendEvent(stepId, events);
}

function toEvents<Schema extends z.ZodType>({ template, occasion, userIds, data, ...rest }: Notice<Schema>) {
  const members = [...new Set(userIds)];
  const pages = Array.from({ length: Math.ceil(members.length / membersPerEvent) }, (_none, page) =>
    members.slice(page * membersPerEvent, (page + 1) * membersPerEvent),
  );
  return pages.map((page, number) =>
    notificationRoute.create({
      ...rest,
      template: template.name,
      notificationId: [template.name, ...occasion, ...(number > 0 ? [`page-${number + 1}`] : [])].join(":"),
      userIds: page,
      data: Object(data),
    }),
  );
}
