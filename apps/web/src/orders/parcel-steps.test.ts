import type { ParcelNews } from "@org/stores/mohallamart/port";
import { expect, it } from "vitest";
import { parcelSteps } from "./parcel-steps.ts";

const news = (status: ParcelNews["status"], reason?: string): ParcelNews => ({
  noticeId: `msg_${status}`,
  orderId: "ord_1",
  status,
  at: "2026-11-27T10:00:00.000Z",
  ...(reason === undefined ? {} : { reason }),
});

it("shows what moves of the order do not, and why nobody could take it", () => {
  const steps = parcelSteps([
    news("picked-up"),
    news("out-for-delivery"),
    news("attempt-failed", "nobody-there"),
    news("attempt-failed", "other"),
    news("delivered"),
  ]);
  expect(steps.map(({ title, state }) => `${title} ${state}`)).toEqual([
    "Out for delivery done",
    "It could not be handed over failed",
    "It could not be handed over failed",
  ]);
  expect(steps[1]?.detail).toContain("Nobody was there");
  expect(steps[2]?.detail).toContain("tries again");
});

it("says of the last attempt that it goes back to the shop, and of no other", () => {
  const attempts = ["1", "2", "3"].map((each) => ({
    ...news("attempt-failed", "nobody-there"),
    noticeId: `msg_${each}`,
  }));
  const detailsOf = (isCancelled: boolean) =>
    parcelSteps(attempts, undefined, { isCancelled }).map(({ detail }) => /goes back/.test(detail ?? ""));
  expect(detailsOf(true)).toEqual([false, false, true]);
  expect(detailsOf(false)).toEqual([false, false, false]);
});
