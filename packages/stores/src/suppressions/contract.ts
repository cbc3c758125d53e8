import { beforeEach, describe, expect, it } from "vitest";
import type { Suppressions } from "./port.ts";

/** What every store of suppressed addresses does, whatever database it is in. */
export function suppressionContract(
  database: string,
  { suppressions, reset }: { suppressions: Suppressions; reset(): Promise<unknown> },
): void {
  describe(`suppressed addresses in ${database}`, () => {
    beforeEach(() => reset());

    it("an address is suppressed over its channel, however it is written, for the first reason, until that is lifted", async () => {
      await suppressions.add({ channel: "email", address: "Asha@Example.com", reason: "bounced" });
      await suppressions.add({ channel: "email", address: "asha@example.com", reason: "complained" });
      expect(await suppressions.find("email", "Asha Rao <asha@example.com>")).toEqual({
        channel: "email",
        reason: "bounced",
        since: expect.stringMatching(/^\d{4}-\d{2}-\d{2}T.*Z$/),
      });
      expect(await suppressions.find("sms", "asha@example.com")).toBeUndefined();
      expect(await suppressions.lift("email", "asha@example.com")).toBe(true);
      expect(await suppressions.lift("email", "asha@example.com")).toBe(false);
      expect(await suppressions.find("email", "asha@example.com")).toBeUndefined();
    });

    it("they are counted by channel and reason", async () => {
      expect(await suppressions.counts()).toEqual([]);
      await suppressions.add({ channel: "sms", address: "+919876500001", reason: "opted-out" });
      for (const address of ["a@example.com", "b@example.com"])
        await suppressions.add({ channel: "email", address, reason: "complained" });
      await suppressions.add({ channel: "email", address: "c@example.com", reason: "bounced" });
      expect(await suppressions.counts()).toEqual([
        { channel: "email", reason: "bounced", count: 1 },
        { channel: "email", reason: "complained", count: 2 },
        { channel: "sms", reason: "opted-out", count: 1 },
      ]);
    });
  });
}
