import { beforeAll, expect, test } from "vitest";
import { testStores } from "../testing/test-stores.ts";
import { decideRegistration, type Reviewer, waitingFor } from "./decide-registration.ts";
import { parseDecision } from "./parse-decision.ts";

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
  (await waitingFor(stores.tenOcean, reviewer)).map(({ resident }) => resident.userId).toSorted();

test("an admin sees everyone, a floor captain their floor, and decides on no other", async () => {
  expect(await idsFor(admin)).toEqual(["user_lee", "user_maya", "user_sam"]);
  expect(await idsFor(captain)).toEqual(["user_maya"]);
  for (const userId of ["user_sam", "user_lee", "user_nobody"]) {
    const decision = { userId, status: "verified", reason: undefined } as const;
    expect(await decideRegistration(stores.tenOcean, captain, decision)).toBe("not-theirs");
  }
  expect(await stores.emitted()).toEqual([]);
});

test("of two decisions one counts, and is emitted", async () => {
  const { tenOcean } = stores;
  const verify = { userId: "user_maya", status: "verified", reason: undefined } as const;
  const reject = { userId: "user_maya", status: "rejected", reason: "No lease." } as const;
  expect(await decideRegistration(tenOcean, captain, verify)).toBe("verified");
  expect(await decideRegistration(tenOcean, admin, reject)).toBe("decided");
  const sam = { ...reject, userId: "user_sam" };
  expect(await decideRegistration(tenOcean, admin, sam)).toBe("rejected");
  expect(await tenOcean.verifications.get("user_sam")).toMatchObject({ reason: "No lease." });
  expect(await stores.emitted()).toEqual(["user/verified:user_maya", "user/rejected:user_sam"]);
  expect(await idsFor(captain)).toEqual([]);
});

test.each([
  [
    { status: "verified", reason: "" },
    { userId: "user_1", status: "verified", reason: undefined },
  ],
  [
    { status: "rejected", reason: " No lease. " },
    { userId: "user_1", status: "rejected", reason: "No lease." },
  ],
  [{ status: "rejected", reason: " " }, undefined],
  [{ status: "pending", reason: "" }, undefined],
])("%j is read as %j", (entries, decision) => {
  const form = new FormData();
  for (const [name, value] of Object.entries({ userId: "user_1", ...entries })) form.append(name, value);
  expect(parseDecision(form)).toEqual(decision);
});
