import { describe, expect, it } from "vitest";
import type { NewPasskey, Passkeys } from "./port.ts";

/** What every keeper of passkeys does. */
export function passkeyContract(keeper: string, passkeys: Passkeys): void {
  const inAMinute = () => new Date(Date.now() + 60_000).toISOString();
  let count = 0;
  const newPasskey = (values: Partial<NewPasskey> = {}): NewPasskey => ({
    credentialId: `credential${++count}`,
    userId: `user_passkey${count}`,
    name: "Work laptop",
    publicKey: "pQECAyYg",
    counter: 0,
    transports: ["internal", "hybrid"],
    ...values,
  });
  async function added(values?: Partial<NewPasskey>): Promise<NewPasskey> {
    const passkey = newPasskey(values);
    expect(await passkeys.add(passkey)).toBe(true);
    return passkey;
  }

  describe(`passkeys in ${keeper}`, () => {
    it("are found by their credential, and listed to their person", async () => {
      const first = await added();
      const second = await added({ userId: first.userId, name: "Phone" });
      await added();
      const createdAt = expect.stringMatching(/Z$/);
      expect(await passkeys.find(first.credentialId)).toEqual({ ...first, createdAt });
      expect(await passkeys.list(first.userId)).toEqual([
        { ...first, createdAt },
        { ...second, createdAt },
      ]);
      expect(await passkeys.find("nobody's")).toBeUndefined();
    });

    it("are one person's only", async () => {
      const first = await added();
      expect(await passkeys.add({ ...newPasskey(), credentialId: first.credentialId })).toBe(false);
      expect(await passkeys.find(first.credentialId)).toMatchObject({ userId: first.userId });
    });

    it("count upwards: a use with a count that was there is a copy's", async () => {
      const { credentialId } = await added({ counter: 3 });
      expect(await passkeys.use(credentialId, 3)).toBe(false);
      expect(await passkeys.use(credentialId, 2)).toBe(false);
      const uses = await Promise.all([passkeys.use(credentialId, 4), passkeys.use(credentialId, 4)]);
      expect(uses.toSorted()).toEqual([false, true]);
      expect(await passkeys.find(credentialId)).toMatchObject({
        counter: 4,
        lastUsedAt: expect.stringMatching(/Z$/),
      });
    });

    it("that do not count may be used again and again, until they begin to", async () => {
      const { credentialId } = await added();
      expect(await passkeys.use(credentialId, 0)).toBe(true);
      expect(await passkeys.use(credentialId, 0)).toBe(true);
      expect(await passkeys.use(credentialId, 1)).toBe(true);
      expect(await passkeys.use(credentialId, 0)).toBe(false);
      expect(await passkeys.use("nobody's", 1)).toBe(false);
    });

    it("are renamed and removed by their person only", async () => {
      const { userId, credentialId } = await added();
      expect(await passkeys.rename("somebody else", credentialId, "Mine")).toBe(false);
      expect(await passkeys.remove("somebody else", credentialId)).toBe(false);
      expect(await passkeys.rename(userId, credentialId, "Old laptop")).toBe(true);
      expect(await passkeys.find(credentialId)).toMatchObject({ name: "Old laptop" });
      expect(await passkeys.remove(userId, credentialId)).toBe(true);
      expect(await passkeys.remove(userId, credentialId)).toBe(false);
      expect(await passkeys.find(credentialId)).toBeUndefined();
    });
  });

  describe(`challenges for passkeys in ${keeper}`, () => {
    it.each([{ challenge: "abc" }, { challenge: "abc", userId: "user_1" }])(
      "are good once: %j",
      async (asked) => {
        const token = await passkeys.openChallenge(asked, inAMinute());
        expect(token).toHaveLength(43);
        const taken = await Promise.all([passkeys.takeChallenge(token), passkeys.takeChallenge(token)]);
        expect(taken.filter(Boolean)).toEqual([asked]);
        expect(await passkeys.takeChallenge(token)).toBeUndefined();
        expect(await passkeys.takeChallenge(asked.challenge)).toBeUndefined();
      },
    );

    it("that have expired are not good", async () => {
      const past = new Date(Date.now() - 10).toISOString();
      const token = await passkeys.openChallenge({ challenge: "abc" }, past);
      expect(await passkeys.takeChallenge(token)).toBeUndefined();
    });
  });
}
