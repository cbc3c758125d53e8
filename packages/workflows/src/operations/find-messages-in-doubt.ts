import { messageInDoubt } from "@org/events/operations/message-in-doubt";
import type { MessageInDoubt } from "@org/stores/doubts/port";
import { cron, type InngestFunction } from "inngest";
import { eventTime } from "../event-time.ts";
import { defaultRetries } from "../retry-policy.ts";
import { mostAsked } from "./most-asked.ts";
import type { Uses } from "./ports.ts";

type Ports = Uses<{ inngest: true; doubts: "list" }>;

const tenMinutes = 10 * 60_000;

/**
 * Finds messages in doubt of which nobody heard, as when the process that sent one died and its run with it, and those
 * that their vendors could not be asked for yet.
 */
export function findMessagesInDoubt({ inngest, doubts }: Ports): InngestFunction.Any {
  return inngest.createFunction(
    {
      id: "find-messages-in-doubt",
      triggers: [cron("40 */4 * * *")],
      retries: defaultRetries,
    },
    async ({ event, step }) => {
      const found = await step.run("look-for-messages", async () =>
        (await doubts.list()).filter(isUnattended).map(({ key }) => key),
      );
      const [key] = found;
      if (key === undefined) return { found: 0 };
      const id = `${messageInDoubt.event}:scheduled:${eventTime(event).toISOString()}`;
      await step.sendEvent("have-them-settled", messageInDoubt.create({ key }, { id }));
      return { found: found.length };
    },
  );
}

function isUnattended({ since, told, asked, runId }: MessageInDoubt): boolean {
  const isOld = Date.parse(since) < Date.now() - tenMinutes;
  return isOld && (!told || (runId !== undefined && asked < mostAsked));
}
