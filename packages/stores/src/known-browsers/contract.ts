import { describe, expect, it } from "vitest";
import type { KnownBrowsers } from "./port.ts";

/** What every keeper of known browsers does. */
export function knownBrowserContract(keeper: string, browsers: KnownBrowsers): void {
  describe(`known browsers in ${keeper}`, () => {
    it("are known for those who signed in with them, and for nobody else", async () => {
      const token = await browsers.remember("user_1");
      expect(token).toHaveLength(43);
      expect(await browsers.usersOf(token)).toEqual(["user_1"]);
      expect(await browsers.usersOf(`${token}x`)).toEqual([]);
      expect(await browsers.usersOf(await browsers.remember("user_2"))).toEqual(["user_2"]);
    });

    it("may be several people's, and get a new token at each sign-in", async () => {
      const first = await browsers.remember("user_1");
      const second = await browsers.remember("user_2", first);
      const third = await browsers.remember("user_1", second);
      expect(await browsers.usersOf(third)).toEqual(["user_1", "user_2"]);
      expect(await browsers.usersOf(first)).toEqual([]);
      expect(await browsers.usersOf(second)).toEqual([]);
    });

    it("do not become known under a token that somebody made up", async () => {
      const planted = "x".repeat(43);
      const token = await browsers.remember("user_1", planted);
      expect(token).not.toBe(planted);
      expect(await browsers.usersOf(planted)).toEqual([]);
    });
  });
}
