import { randomUUID } from "node:crypto";
import { isOwnersWord, type VendorReport } from "@org/integrations/delivery-reports/port";
import type { ConvexDeployment } from "../convex/deployment.ts";
import { changesBy } from "../convex/emitting.ts";
import { functions } from "../convex/functions.ts";
import { lostAfter as staleAfter } from "../ledger/once.ts";
import { hashOf } from "../suppressions/address-hash.ts";
import type { DeliveryReportBook } from "./port.ts";

export function convexDeliveryReports(deployment: ConvexDeployment): DeliveryReportBook {
  const change = changesBy(deployment.callsOf("delivery-reports"));
  return {
    async take(reports, events) {
      if (reports.length === 0) return;
      const values = { reports: reports.map(rowFrom), staleAfter, holder: randomUUID() };
      await change(functions.deliveryReports.take, values, events);
    },
  };
}

function rowFrom(report: VendorReport) {
  if (isOwnersWord(report)) {
    const { messageId, channel, address, wants } = report;
    return { messageId, channel, addressHash: hashOf(address), wants };
  }
  const { messageId, channel, state, address, endsAddress, reference } = report;
  const isEnded = endsAddress && address !== undefined;
  return {
    ...{ messageId, channel, state, reference, at: timeOf(report.at) },
    ...(isEnded && { endedHash: hashOf(address) }),
  };
}

/** @throws RangeError for what is no time, so that nothing of its request is booked. */
function timeOf(at: string): number {
  return Date.parse(new Date(at).toISOString());
}
