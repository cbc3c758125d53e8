import { beforeAll, describe, expect, it } from "vitest";
import { readRequest } from "../../request.ts";
import { testStores } from "../../testing/test-stores.ts";
import { decideRegistration, decisionRequest } from "./decide-registration.ts";
import { findReview, type Reviewer, waitingRegistrations } from "./waiting-registrations.ts";

let stores: Awaited<ReturnType<typeof testStores>>;

const admin: Reviewer = {
  role: "association-admin",
  id: "admin_001",
  name: "Maria",
  email: "maria@ten-ocean.example",
};
const captain: Reviewer = { ...admin, role: "floor-captain", id: "admin_002", floor: 4 };

beforeAll(async () => {
  stores = await testStores();
  const { units, residents, verifications } = stores.tenOcean;
  await units.add({ unitId: "unit_4B", label: "4B", floor: 4 });
  await units.add({ unitId: "unit_2A", label: "2A", floor: 2 });
  for (const [userId, unitId] of [
    ["user_maya", "unit_4B"],
    ["user_sam", "unit_2A"],
    ["user_lee", undefined],
  ] as const) {
    const resident = { userId, unitId, firstName: userId, lastName: "", email: `${userId}@example.com` };
    await residents.register(resident, { emit: [] });
    await verifications.open(userId);
  }
});

const idsFor = async (reviewer: Reviewer) =>
  (await waitingRegistrations(stores.tenOcean, reviewer)).map(({ resident }) => resident.userId).toSorted();

it("an admin sees everyone, a floor captain their floor, and decides on no other", async () => {
  expect(await idsFor(admin)).toEqual(["user_lee", "user_maya", "user_sam"]);
  expect(await idsFor(captain)).toEqual(["user_maya"]);
  for (const userId of ["user_sam", "user_lee", "user_nobody"]) {
    const decision = { reviewer: captain, userId, status: "verified", reason: "" };
    expect(await decideRegistration(stores.tenOcean)(decision)).toMatchObject({ code: "not-theirs" });
  }
  expect(await stores.emitted()).toEqual([]);
});

it("of two decisions one counts, and is emitted", async () => {
  const { tenOcean } = stores;
  const decide = decideRegistration(tenOcean);
  const verify = { userId: "user_maya", status: "verified", reason: "" };
  const reject = { userId: "user_maya", status: "rejected", reason: "No lease." };
  expect(await decide({ ...verify, reviewer: captain })).toEqual({ ok: true, status: "verified" });
  expect(await decide({ ...reject, reviewer: admin })).toMatchObject({ ok: false, code: "decided" });
  const sam = { ...reject, userId: "user_sam" };
  expect(await decide({ ...sam, reviewer: admin })).toEqual({ ok: true, status: "rejected" });
  expect(await tenOcean.verifications.get("user_sam")).toMatchObject({ reason: "No lease." });
  expect(await stores.emitted()).toEqual(["user/verified:user_maya", "user/rejected:user_sam"]);
  expect(await idsFor(captain)).toEqual([]);
});

describe("a decision that comes too late", () => {
  const decide = (entries: object) =>
    decideRegistration(stores.tenOcean)({
      userId: "user_lee",
      status: "verified",
      reason: "",
      reviewer: admin,
      ...entries,
    });

  it("after it lapsed is refused, and they register again", async () => {
    const { verifications, residents } = stores.tenOcean;
    await verifications.lapse("user_lee", 1);
    const before = await stores.emitted();
    expect(await decide({})).toMatchObject({
      code: "lapsed",
      message: expect.stringContaining("register again"),
    });
    expect(await stores.emitted()).toEqual(before);
    await verifications.reopen(
      "user_lee",
      { firstName: "Lee", lastName: "", unitId: "unit_2A" },
      { emit: [] },
    );
    expect(await decide({ round: "1" })).toMatchObject({ code: "lapsed" });
    expect(await residents.get("user_lee")).toMatchObject({ status: "pending" });
    expect(await decide({ round: "2" })).toEqual({ ok: true, status: "verified" });
    expect(await stores.emitted()).toEqual([...before, "user/verified:user_lee:2"]);
  });

  it("for the second time changes nothing, whichever way", async () => {
    const before = await stores.emitted();
    expect(await decide({})).toMatchObject({ code: "decided" });
    expect(await decide({ status: "rejected", reason: "No." })).toMatchObject({ code: "decided" });
    expect(await stores.tenOcean.verifications.get("user_lee")).toMatchObject({ status: "verified" });
    expect(await stores.emitted()).toEqual(before);
  });

  it("on another unit than they ask for now is refused, and a captain decides for their floor alone", async () => {
    const { verifications, residents } = stores.tenOcean;
    await residents.admit("user_lee", { emit: [] });
    await verifications.requestMove("user_lee", "unit_4B", { emit: [] });
    await verifications.requestMove("user_lee", "unit_2A", { emit: [] });
    await verifications.requestMove("user_lee", "unit_4B", { emit: [] });
    expect(await decide({ round: "3" })).toMatchObject({ code: "replaced" });
    const second: Reviewer = { ...captain, floor: 2 };
    expect(await decide({ reviewer: second })).toMatchObject({ code: "not-theirs" });
    const before = await stores.emitted();
    expect(await decide({ reviewer: captain, round: "4" })).toEqual({ ok: true, status: "verified" });
    expect(await residents.get("user_lee")).toMatchObject({ unitId: "unit_4B", standing: "resident" });
    const [verified, profile] = (await stores.emittedEvents()).slice(before.length);
    expect(verified).toMatchObject({ name: "user/verified", data: { round: 4, purpose: "move" } });
    expect(profile).toMatchObject({ name: "user/profile.updated", data: { changed: ["unit"] } });
  });
});

it("shows who lives in the unit already", async () => {
  const { residents, verifications, units } = stores.tenOcean;
  const noor = {
    userId: "user_noor",
    firstName: "Noor",
    lastName: "",
    email: "noor@example.com",
    unitId: "unit_4B",
  };
  await residents.register(noor, { emit: [] });
  await verifications.open("user_noor");
  const [waiting] = await waitingRegistrations(stores.tenOcean, captain);
  expect(waiting?.neighbors.map(({ userId }) => userId)).toEqual(["user_lee"]);
  expect(await findReview(stores.tenOcean, captain, "user_noor")).toEqual(waiting);
  expect(await findReview(stores.tenOcean, { ...captain, floor: 2 }, "user_noor")).toBeUndefined();
  expect(await findReview(stores.tenOcean, admin, "user_nobody")).toBeUndefined();
  expect(await units.list()).toHaveLength(2);
});

it.each([
  [
    { status: "verified", reason: "" },
    { userId: "user_1", status: "verified", reason: undefined },
  ],
  [
    { status: "rejected", reason: " No lease. " },
    { userId: "user_1", status: "rejected", reason: "No lease." },
  ],
])("%j is read as %j", (entries, request) => {
  expect(readRequest(decisionRequest, { userId: "user_1", ...entries })).toEqual({ ok: true, request });
});

it.each([
  [{ status: "rejected", reason: " " }, "invalid", { reason: "Say why, so that the applicant can be told." }],
  [
    { status: "rejected", reason: "x".repeat(501) },
    "invalid",
    { reason: "Shorten the reason to 500 characters." },
  ],
  [
    { status: "rejected", reason: "No\0 \uD83D lease." },
    "invalid",
    { reason: expect.stringContaining("cannot be read") },
  ],
  [{ status: "pending", reason: "" }, "damaged", {}],
])("%j is refused", (entries, code, fields) => {
  const read = readRequest(decisionRequest, { userId: "user_1", ...entries });
  expect(read).toMatchObject({ ok: false, code, fields });
});
