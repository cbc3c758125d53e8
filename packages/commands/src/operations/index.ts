import type { DeadLetters } from "@org/stores/dead-letters/port";
import type { DeliveryReportBook } from "@org/stores/delivery-reports/port";
import type { Doubts } from "@org/stores/doubts/port";
import type { OperatedOutbox } from "@org/stores/outbox/port";
import type { Suppressions } from "@org/stores/suppressions/port";
import type { PersonalDataPorts } from "../sessions/export-own-data.ts";
import { discardEvent } from "./discard-event.ts";
import { discardRun } from "./discard-run.ts";
import { exportPersonalData } from "./export-personal-data.ts";
import { liftSuppression } from "./lift-suppression.ts";
import { replayRun } from "./replay-run.ts";
import { replayRuns } from "./replay-runs.ts";
import { resendEvent } from "./resend-event.ts";
import { resendMessage } from "./resend-message.ts";
import { settleMessage } from "./settle-message.ts";
import { takeDeliveryReports } from "./take-delivery-reports.ts";

/** Everything that an operator may ask, of both products. */
export function operationsCommands(
  ports: PersonalDataPorts & {
    deadLetters: DeadLetters;
    deliveryReports: DeliveryReportBook;
    doubts: Doubts;
    suppressions: Suppressions;
    outbox: Pick<OperatedOutbox, "send" | "resend" | "discard">;
  },
) {
  return {
    discardEvent: discardEvent(ports),
    discardRun: discardRun(ports),
    exportPersonalData: exportPersonalData(ports),
    liftSuppression: liftSuppression(ports),
    replayRun: replayRun(ports),
    replayRuns: replayRuns(ports),
    resendEvent: resendEvent(ports),
    resendMessage: resendMessage(ports),
    settleMessage: settleMessage(ports),
    takeDeliveryReports: takeDeliveryReports(ports),
  };
}
