import { failureOf } from "@org/integrations/contracts";
import { expect, it } from "vitest";
import { party } from "../community/contract.ts";
import { emittedNames, marked, moveInResidents, resident, type TenOceanBench } from "../contract/bench.ts";
import { ResidentRemovedError, UnknownResidentError } from "./errors.ts";

const quiet = { emit: [] };
const told = { kind: "verification", path: "/ten-ocean/admin" } as const;
const byEmail = { email: true, push: false, heldForDigest: false };

export function removalContract(bench: TenOceanBench): void {
  const { residents, maintenance, notifications, communityEvents, rsvps, forum, admins } = bench.stores;
  const close = (userId = "user_1") => residents.close(userId, marked("user/removed"));
  const report = (userId: string) =>
    maintenance.create(
      {
        requestId: `req_${userId}`,
        userId,
        area: "Next to my door",
        category: "plumbing",
        priority: "high",
        description: "I saw a leak.",
      },
      quiet,
    );

  it("an account closes once, with its event; its address is free and its id is not", async () => {
    await moveInResidents(bench, 1);
    expect(await close()).toBe(true);
    expect(await close()).toBe(false);
    expect(await emittedNames(bench)).toEqual(["user/removed"]);
    expect(await residents.findByEmail("resident1@example.com")).toBeUndefined();
    expect(await failureOf(residents.register(resident(1), marked("user/registered")))).toBeInstanceOf(
      ResidentRemovedError,
    );
    const again = await residents.register({ ...resident(1), userId: "user_new" }, quiet);
    expect(again).toMatchObject({ status: "pending", standing: "pending" });
    expect(await residents.get("user_1")).toBeUndefined();
    expect(await emittedNames(bench)).toEqual(["user/removed"]);
  });

  it("what the events of a closing refuse closes nothing", async () => {
    await moveInResidents(bench, 1);
    const refusing = residents.close("user_1", {
      emit: ({ standing }) => {
        throw new Error(`Still a ${standing}.`);
      },
    });
    await expect(refusing).rejects.toThrow("Still a resident.");
    expect(await residents.get("user_1")).toMatchObject({ standing: "resident" });
  });

  it("others keep what they were told, without the name of who left", async () => {
    await moveInResidents(bench, 1);
    await residents.update("user_1", { firstName: "Al", lastName: "" }, quiet);
    await admins.add({ adminId: "admin_1", name: "Ann", email: "ann@example.com", role: "admin" });
    const words = { title: "Al wrote (Al)", body: "Alma and Al also live in 4B." };
    await notifications.add({ notificationId: "n:1", ...told, ...words }, [
      { userId: "admin_1", ...byEmail },
    ]);
    await close();
    expect(await notifications.list({ userId: "admin_1" })).toMatchObject([
      {
        title: "A former resident wrote (a former resident)",
        body: "Alma and a former resident also live in 4B.",
      },
    ]);
  });

  it("a name of unusual letters is taken away as it is written", async () => {
    await moveInResidents(bench, 1);
    await residents.update("user_1", { firstName: "Åsa (Bo)", lastName: "O'Neil-*" }, quiet);
    await admins.add({ adminId: "admin_1", name: "Ann", email: "ann@example.com", role: "admin" });
    const words = { title: "From Åsa (Bo) O'Neil-*.", body: "Åsa" };
    await notifications.add({ notificationId: "n:1", ...told, ...words }, [
      { userId: "admin_1", ...byEmail },
    ]);
    await close();
    const [listed] = await notifications.list({ userId: "admin_1" });
    expect(listed).toMatchObject({ title: "From a former resident.", body: "Åsa" });
  });

  it("a repair stays with its number, category and dates, and without anybody's words", async () => {
    await moveInResidents(bench, 2);
    await report("user_1");
    await report("user_2");
    const comment = { entryId: "entry_1", by: "admin_1", text: "Dear Resident 1, we come." };
    await maintenance.comment("req_user_1", comment, quiet);
    await maintenance.assign("req_user_2", { assigneeId: "user_1", by: "admin_1" }, quiet);
    await maintenance.comment("req_user_2", { entryId: "entry_2", by: "user_1", text: "On my way." }, quiet);
    await maintenance.comment("req_user_2", { entryId: "entry_3", by: "user_2", text: "Thanks." }, quiet);
    const before = await maintenance.get("req_user_1");
    expect(await residents.remove("user_1")).toEqual({ theirs: ["req_user_1"] });
    expect(await maintenance.get("req_user_1")).toEqual({ ...before, description: "", area: "Common area" });
    const texts = async (requestId: string) => (await maintenance.history(requestId)).map(({ text }) => text);
    expect(await texts("req_user_1")).toEqual([undefined, undefined]);
    expect(await texts("req_user_2")).toEqual([undefined, undefined, undefined, "Thanks."]);
    expect(await maintenance.get("req_user_2")).toMatchObject({
      assigneeId: undefined,
      description: "I saw a leak.",
    });
  });

  it("removing again erases what was written since, and nobody reports anything any more", async () => {
    await moveInResidents(bench, 1);
    await report("user_1");
    await residents.remove("user_1");
    const late = { entryId: "entry_late", by: "user_1", text: "It was under way." };
    await maintenance.comment("req_user_1", late, quiet);
    await residents.remove("user_1");
    expect((await maintenance.history("req_user_1")).at(-1)).toMatchObject({ text: undefined });
    expect(await failureOf(report("user_1"))).toBeInstanceOf(UnknownResidentError);
    expect(await residents.remove("user_unknown")).toEqual({ theirs: [] });
  });

  it("seats of coming events go to who waits; those of past ones still count, for a former resident", async () => {
    await moveInResidents(bench, 2);
    const starts = { evt_past: "2020-01-01T18:00:00.000Z", evt_next: "2100-01-01T18:00:00.000Z" };
    for (const [eventId, startsAt] of Object.entries(starts))
      await communityEvents.create({ ...party, eventId, startsAt, capacity: 1 }, quiet);
    for (const eventId of ["evt_past", "evt_next"])
      for (const userId of ["user_1", "user_2"])
        await rsvps.answer({ eventId, userId, response: "going", seats: 1 }, quiet);
    await close();
    await rsvps.withdraw({ userId: "user_1", from: "2026-11-02T00:00:00.000Z" }, quiet);
    await residents.remove("user_1");
    expect(await rsvps.attendance("evt_next")).toMatchObject([{ userId: "user_2", seated: true }]);
    expect(await rsvps.attendance("evt_past")).toMatchObject([
      { userId: "user_1", seated: true, firstName: "", lastName: "" },
      { userId: "user_2", seated: false, firstName: "Resident" },
    ]);
    expect(await rsvps.counts(["evt_past"])).toMatchObject([{ seatsTaken: 1 }]);
  });

  it("a topic stays for those who answered in it, as a former resident's", async () => {
    await moveInResidents(bench, 2);
    const opening = { postId: "post_1", body: "I sell my bike.", mentions: [] };
    await forum.openTopic({ topicId: "topic_1", title: "My bike", userId: "user_1", opening }, quiet);
    await forum.post(
      { postId: "post_2", topicId: "topic_1", userId: "user_2", body: "How much?", mentions: [] },
      quiet,
    );
    expect(await residents.remove("user_1")).toEqual({ theirs: ["topic_1", "post_1"] });
    expect(await forum.topics({ reader: "user_2" })).toMatchObject([
      { title: "Removed topic", author: "", posts: 1 },
    ]);
    const thread = await forum.thread({ topicId: "topic_1", reader: "user_2" });
    expect(thread?.posts).toMatchObject([{ body: "" }, { body: "How much?" }]);
    expect(thread?.names).toEqual({ user_2: "Resident 2" });
  });
}
