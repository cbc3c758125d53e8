import { failureOf } from "@org/integrations/contracts";
import { beforeEach, expect, it } from "vitest";
import { emittedNames, marked, registerResidents, resident, type TenOceanBench } from "../contract/bench.ts";
import type { EmailChange } from "../port.ts";
import { EmailTakenError, NotResidentError } from "./errors.ts";

const change = {
  changeId: "change_1",
  userId: "user_1",
  newEmail: "New@example.com",
  oldToken: "secret-of-the-old",
  newToken: "secret-of-the-new",
};
const later = {
  ...change,
  changeId: "change_2",
  newEmail: "newer@example.com",
  oldToken: "old-2",
  newToken: "new-2",
};

/** A new address counts once both mailboxes have confirmed it. */
export function emailChangeContract(bench: TenOceanBench): void {
  const { residents, emailChanges } = bench.stores;
  const request = (wanted = change) => emailChanges.request(wanted, marked("asked"));
  const confirm = (token: string) =>
    emailChanges.confirm(token, {
      emit: ({ newEmail }: EmailChange) => [{ name: `now ${newEmail}`, v: "1", data: {} }],
    });
  const address = async () => (await residents.get("user_1"))?.email;

  beforeEach(async () => {
    await registerResidents(bench, 2);
    await residents.changeStanding("user_1", "resident", { emit: [] });
  });

  it.each([
    ["old", "new"],
    ["new", "old"],
  ] as const)("counts once the %s and the %s mailbox have confirmed, once", async (first, second) => {
    const tokens = { old: change.oldToken, new: change.newToken };
    expect([await request(), await request()]).toEqual([true, false]);
    expect(await emailChanges.findByToken(tokens[first])).toMatchObject({ mailbox: first, confirmed: [] });
    expect(await confirm(tokens[first])).toMatchObject({ confirmed: [first] });
    expect(await confirm(tokens[first])).toMatchObject({ confirmed: [first] });
    expect(await address()).toBe(resident(1).email);
    expect(await confirm(tokens[second])).toMatchObject({ confirmed: ["old", "new"] });
    expect(await address()).toBe("new@example.com");
    await confirm(tokens[second]);
    expect(await emittedNames(bench)).toEqual(["asked", "now new@example.com"]);
  });

  it.each([
    ["confirmed", () => confirm(change.newToken)],
    ["set", () => residents.update("user_1", { email: change.newEmail }, { emit: [] })],
  ])(
    "once another address is %s, links that went to the old mailbox change nothing any more",
    async (_how, counts) => {
      const { unsubscribeTokens } = bench.stores;
      const tokenOf = async (userId: string) => (await unsubscribeTokens.of([userId]))[0]?.token ?? "none";
      const [sent, ofAnother] = [await tokenOf("user_1"), await tokenOf("user_2")];
      await request();
      await confirm(change.oldToken);
      await residents.update("user_1", { phone: "+919845000001" }, { emit: [] });
      expect(await unsubscribeTokens.find(sent)).toBe("user_1");
      await counts();
      expect(await unsubscribeTokens.find(sent)).toBeUndefined();
      expect(await unsubscribeTokens.find(await tokenOf("user_1"))).toBe("user_1");
      expect(await unsubscribeTokens.find(ofAnother)).toBe("user_2");
    },
  );

  it("both links at once make it count once", async () => {
    await request();
    await Promise.all([confirm(change.oldToken), confirm(change.newToken)]);
    expect(await address()).toBe("new@example.com");
    expect(await emittedNames(bench)).toEqual(["asked", "now new@example.com"]);
  });

  it("is replaced by a newer request, whose links alone are good", async () => {
    await request();
    await confirm(change.oldToken);
    expect(await request(later)).toBe(true);
    expect(await confirm(change.newToken)).toBeUndefined();
    expect(await emailChanges.findByToken(change.oldToken)).toBeUndefined();
    expect(await emailChanges.get("user_1")).toMatchObject({ changeId: "change_2", confirmed: [] });
    await emailChanges.discard("user_1", "change_1");
    expect(await emailChanges.get("user_1")).toBeDefined();
    await emailChanges.discard("user_1");
    expect(await emailChanges.get("user_1")).toBeUndefined();
  });

  it("counts for nobody when the address is somebody's, then or meanwhile, and asking for it tells nothing", async () => {
    expect(await request({ ...later, newEmail: resident(2).email })).toBe(true);
    await confirm(later.oldToken);
    expect(await failureOf(confirm(later.newToken))).toBeInstanceOf(EmailTakenError);
    expect(await address()).toBe(resident(1).email);
    expect(await request({ ...change, newEmail: resident(1).email.toUpperCase() })).toBe(false);
    await request();
    await residents.update("user_2", { email: "new@example.com" }, { emit: [] });
    await confirm(change.newToken);
    expect(await failureOf(confirm(change.oldToken))).toBeInstanceOf(EmailTakenError);
    expect(await emailChanges.findByToken(change.oldToken)).toBeUndefined();
    expect(await address()).toBe(resident(1).email);
    expect(await emittedNames(bench)).toEqual(["asked", "asked"]);
  });

  it("is only for residents, when it is asked for and when it is confirmed", async () => {
    await request();
    await residents.changeStanding("user_1", "suspended", { emit: [] });
    expect(await failureOf(request(later))).toBeInstanceOf(NotResidentError);
    expect(await confirm(change.oldToken)).toBeUndefined();
  });

  it("is no good after a day", async () => {
    await request();
    await bench.passTime("ten_ocean.email_changes", "expires_at", "1 day");
    expect(await emailChanges.get("user_1")).toBeUndefined();
    expect(await emailChanges.findByToken(change.oldToken)).toBeUndefined();
    expect(await confirm(change.oldToken)).toBeUndefined();
    expect(await request(later)).toBe(true);
  });
}
