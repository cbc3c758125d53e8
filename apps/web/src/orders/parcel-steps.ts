import type { ParcelNews } from "@org/stores/mohallamart/port";
import type { Step } from "../design/step.ts";

const reasons: ReadonlyMap<string | undefined, string> = new Map([
  ["nobody-there", "Nobody was there. The delivery service tries again, or calls you."],
  ["refused", "It was not taken. Call the shop if that is wrong."],
  ["address-not-found", "The address was not found. The delivery service calls you."],
]);

/** What the delivery partner told that no move of the order shows. */
export function parcelSteps(news: readonly ParcelNews[]): Step[] {
  return news.flatMap(({ noticeId: id, status, reason, at }): Step[] => {
    if (status === "out-for-delivery") return [{ id, title: "Out for delivery", state: "done", at }];
    if (status !== "attempt-failed") return [];
    const detail = reasons.get(reason) ?? "The delivery service tries again, or calls you.";
    return [{ id, title: "It could not be handed over", detail, state: "failed", at }];
  });
}
