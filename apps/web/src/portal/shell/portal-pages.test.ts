import { expect, it } from "vitest";
import { currentAt, portalPagesOf } from "./portal-pages.ts";

const labels = (pages: { label: string }[]) => pages.map(({ label }) => label);

it("a resident finds the house's pages and no office", () => {
  const { house, office, atHand } = portalPagesOf("resident");
  expect(labels(house)).toEqual([
    "Home",
    "Announcements",
    "Events",
    "Repairs",
    "Forum",
    "Notifications",
    "Profile",
  ]);
  expect(office).toEqual([]);
  expect(labels(atHand)).toEqual(["Home", "Events", "Repairs", "Forum"]);
});

it.each(["association-admin", "floor-captain"] as const)(
  "the office of %s is at hand, and what only residents have is not",
  (role) => {
    const { house, office, atHand } = portalPagesOf(role);
    expect(labels(house)).toEqual(["Home", "Announcements", "Events", "Forum", "Notifications"]);
    expect(labels(office)).toEqual(expect.arrayContaining(["Registrations", "Residents", "Repairs board"]));
    expect(labels(atHand)).toEqual(["Home", "Registrations", "Repairs board", "Announcements"]);
  },
);

it("nobody of another product finds any", () => {
  expect(portalPagesOf("customer")).toEqual({ house: [], office: [], atHand: [] });
});

it.each([
  ["/ten-ocean", "/ten-ocean", "page"],
  ["/ten-ocean/events", "/ten-ocean", undefined],
  ["/ten-ocean/events", "/ten-ocean/events", "page"],
  ["/ten-ocean/events/evt_1", "/ten-ocean/events", "true"],
  ["/ten-ocean/admin/events/new", "/ten-ocean/events", undefined],
  ["/ten-ocean/eventsx", "/ten-ocean/events", undefined],
] as const)("on %s, the link to %s says %s", (path, href, expected) => {
  expect(currentAt(path, href)).toBe(expected);
});
