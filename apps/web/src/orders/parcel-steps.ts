import type { ParcelNews } from "@org/stores/mohallamart/port";
import { type Words, wordsIn } from "@org/stores/mohallamart/words/catalogue";
import { sourceLanguage } from "@org/stores/mohallamart/words/languages";
import type { Step } from "../design/step.ts";
import { stepWords } from "./step-words.ts";

const reasons = ["nobody-there", "refused", "address-not-found"] as const;

/**
 * What the delivery partner told that no move of the order shows. An order that was cancelled on its way comes back to the
 * shop after the last attempt; of the others, each is tried again.
 */
export function parcelSteps(
  news: readonly ParcelNews[],
  { say }: Words<typeof stepWords> = wordsIn(stepWords, sourceLanguage),
  { isCancelled = false }: { isCancelled?: boolean } = {},
): Step[] {
  const last = isCancelled && news.findLast(({ status }) => status === "attempt-failed");
  return news.flatMap(({ noticeId: id, status, reason, at }): Step[] => {
    if (status === "out-for-delivery") return [{ id, title: say("outForDelivery"), state: "done", at }];
    if (status !== "attempt-failed") return [];
    const isLast = last && last.noticeId === id;
    const detail = say(isLast ? "goesBack" : (reasons.find((each) => each === reason) ?? "triesAgain"));
    return [{ id, title: say("notHandedOver"), detail, state: "failed", at }];
  });
}
