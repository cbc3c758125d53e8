import { beforeAll, expect, it } from "vitest";
import { readRequest } from "../../request.ts";
import { testStores } from "../../testing/test-stores.ts";
import { decideRegistration, decisionRequest } from "./decide-registration.ts";
import { type Reviewer, waitingRegistrations } from "./waiting-registrations.ts";

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
  [{ status: "pending", reason: "" }, "damaged", {}],
])("%j is refused", (entries, code, fields) => {
  const read = readRequest(decisionRequest, { userId: "user_1", ...entries });
  expect(read).toMatchObject({ ok: false, code, fields });
});
