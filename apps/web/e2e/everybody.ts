import { demoShopkeepers, demoStaff } from "@org/stores/demo-data/mohallamart";
import { demoAdmins } from "@org/stores/demo-data/ten-ocean";
import type { Pool } from "@org/stores/postgres";
import { tenOceanStores } from "@org/stores/ten-ocean/postgres";
import { postgresRegistrationLinks } from "@org/stores/ten-ocean/registration-links/postgres";
import type { OwnWeb } from "./own-web.ts";
import { signIn } from "./sign-in.ts";
import { createVisitor, type Visitor } from "./visitor.ts";

/** Of both products, with those who have no right any more, or none yet. */
export const everybody = [
  "anonymous",
  "customer",
  "other customer",
  "shopkeeper",
  "other shopkeeper",
  "staff",
  "applicant",
  "turned down",
  "moved out",
  "suspended",
  "tenant",
  "neighbor",
  "captain",
  "other captain",
  "house admin",
] as const;

export type Who = (typeof everybody)[number];

const quiet = { emit: [] };

/** Who has an account, by the address that they sign in with. */
export const emails = {
  customer: "forged.customer@example.com",
  "other customer": "other.customer@example.com",
  shopkeeper: demoShopkeepers[0]?.email ?? "",
  "other shopkeeper": demoShopkeepers[1]?.email ?? "",
  staff: demoStaff[0]?.email ?? "",
  "moved out": "moved.out@example.com",
  suspended: "suspended@example.com",
  tenant: "maya@residents.example",
  neighbor: "suresh@residents.example",
  captain: demoAdmins[1]?.email ?? "",
  "other captain": demoAdmins[2]?.email ?? "",
  "house admin": demoAdmins[0]?.email ?? "",
} satisfies Partial<Record<Who, string>>;

const addresses: Partial<Record<Who, string>> = emails;
const ofTheHouse: readonly string[] = everybody.slice(everybody.indexOf("moved out"));

/** Somebody who asked to live on the fourth floor. */
async function asked(pool: Pool, userId: string, email: string): Promise<void> {
  const { residents, verifications } = tenOceanStores(pool);
  await residents.register({ userId, email, firstName: "Noor", lastName: "", unitId: "unit_4B" }, quiet);
  await verifications.open(userId);
}

/** Somebody who lives there. */
export async function moveIn(pool: Pool, userId: string, email: string): Promise<void> {
  const { residents, verifications } = tenOceanStores(pool);
  await asked(pool, userId, email);
  await verifications.decide(userId, { status: "verified", decidedBy: "admin_001" }, quiet);
  await residents.admit(userId, quiet);
}

/** Under which the links of the web app are made that everybody uses. */
export const linkSecret = "of the forged forms alone, and no secret at all";

/** The browser in which somebody has opened the link of their registration. */
async function withLink({ url, pool }: OwnWeb, userId: string): Promise<Visitor> {
  const token = await postgresRegistrationLinks(pool, { current: linkSecret }).tokenOf(userId);
  const browser = createVisitor(url);
  await browser.request(`/ten-ocean/r/${userId}/${token}`);
  return browser;
}

/** One browser of each; who moved out or was suspended had signed in before. */
export async function browsersOfEverybody(web: OwnWeb): Promise<Record<Who, Visitor>> {
  const { pool, url } = web;
  const { residents, verifications } = tenOceanStores(pool);
  await asked(pool, "user_applicant", "applicant@example.com");
  await asked(pool, "user_turnedDown", "turned.down@example.com");
  const decision = { status: "rejected", decidedBy: "admin_001", reason: "No lease." } as const;
  await verifications.decide("user_turnedDown", decision, quiet);
  await moveIn(pool, "user_movedOut", emails["moved out"]);
  await moveIn(pool, "user_suspended", emails.suspended);
  const browsers: Partial<Record<Who, Visitor>> = {
    anonymous: createVisitor(url),
    applicant: await withLink(web, "user_applicant"),
    "turned down": await withLink(web, "user_turnedDown"),
  };
  for (const who of everybody) {
    browsers[who] ??= createVisitor(url);
    const email = addresses[who];
    if (email === undefined) continue;
    const path = ofTheHouse.includes(who) ? "/ten-ocean/sign-in" : "/sign-in";
    await signIn(web, browsers[who], email, path);
  }
  await residents.changeStanding("user_movedOut", "alumni", quiet);
  await residents.changeStanding("user_suspended", "suspended", quiet);
  return whole(browsers);
}

/** The loop above has given everybody one. */
function whole(browsers: Partial<Record<Who, Visitor>>): Record<Who, Visitor> {
  return browsers as Record<Who, Visitor>;
}
