import type { Role } from "@org/commands/sessions/person";
import type { Route } from "next";
import type { IconName } from "./icon.tsx";

export interface PortalPage {
  href: Route;
  label: string;
  /** Where a phone has room for a few letters. */
  short?: string;
  icon: IconName;
  roles: readonly Role[];
}

const everyone = ["resident", "association-admin", "floor-captain"] as const;
const residents = ["resident"] as const;
const office = ["association-admin", "floor-captain"] as const;

/** What the house has for everybody who lives or works in it. */
const housePages: readonly PortalPage[] = [
  { href: "/ten-ocean", label: "Home", icon: "home", roles: everyone },
  {
    href: "/ten-ocean/announcements",
    label: "Announcements",
    short: "News",
    icon: "announcements",
    roles: everyone,
  },
  { href: "/ten-ocean/events", label: "Events", icon: "events", roles: everyone },
  { href: "/ten-ocean/maintenance", label: "Repairs", icon: "repairs", roles: residents },
  { href: "/ten-ocean/forum", label: "Forum", icon: "forum", roles: everyone },
  { href: "/ten-ocean/notifications", label: "Notifications", icon: "notifications", roles: everyone },
  { href: "/ten-ocean/profile", label: "Profile", icon: "profile", roles: residents },
];

/** What admins and floor captains look after. */
const officePages: readonly PortalPage[] = [
  {
    href: "/ten-ocean/admin/registrations",
    label: "Registrations",
    short: "Sign-ups",
    icon: "registrations",
    roles: office,
  },
  { href: "/ten-ocean/admin/residents", label: "Residents", icon: "residents", roles: office },
  {
    href: "/ten-ocean/admin/maintenance",
    label: "Repairs board",
    short: "Repairs",
    icon: "repairs",
    roles: office,
  },
  { href: "/ten-ocean/admin/announcements", label: "Publish", icon: "announcements", roles: office },
  { href: "/ten-ocean/admin/events/new", label: "New event", icon: "events", roles: office },
  { href: "/ten-ocean/admin/digest", label: "Digest preview", icon: "digest", roles: office },
];

export interface PortalPages {
  house: PortalPage[];
  office: PortalPage[];
  /** At the bottom of a phone's screen, beside what leads to all of them. */
  atHand: PortalPage[];
}

const atHand: Record<"resident" | "office", readonly PortalPage["href"][]> = {
  resident: ["/ten-ocean", "/ten-ocean/events", "/ten-ocean/maintenance", "/ten-ocean/forum"],
  office: [
    "/ten-ocean",
    "/ten-ocean/admin/registrations",
    "/ten-ocean/admin/maintenance",
    "/ten-ocean/announcements",
  ],
};

/** The pages that somebody with a role may open. */
export function portalPagesOf(role: Role): PortalPages {
  const theirs = (pages: readonly PortalPage[]) => pages.filter(({ roles }) => roles.includes(role));
  const [house, officeOf] = [theirs(housePages), theirs(officePages)];
  const near = atHand[role === "resident" ? "resident" : "office"];
  return {
    house,
    office: officeOf,
    atHand: near.flatMap((wanted) => [...house, ...officeOf].filter(({ href }) => href === wanted)),
  };
}

/** Whether a link's page is open, or one below it. The home is below nothing and above everything. */
export function currentAt(path: string, href: PortalPage["href"]): "page" | "true" | undefined {
  if (path === href) return "page";
  return href !== "/ten-ocean" && path.startsWith(`${href}/`) ? "true" : undefined;
}
