import type { Stack } from "@org/local-stack";
import { demoShopkeepers, demoStaff } from "@org/stores/demo-data/mohallamart";
import { demoAdmins, demoResidents } from "@org/stores/demo-data/ten-ocean";
import { addToCart, checkOut, newPerson, untilHandled } from "./customer.ts";
import { linkTo } from "./order-links.ts";
import { newApplicant, register } from "./residents.ts";
import { signIn } from "./sign-in.ts";
import { createVisitor, fillIn, type Visitor } from "./visitor.ts";

export const shopId = "shop_789";

/** Who asks, as the table heads its columns. */
export const roles = [
  "anonymous",
  "link holder",
  "customer",
  "other customer",
  "erased customer",
  "shopkeeper",
  "other shopkeeper",
  "staff",
  "applicant",
  "resident",
  "captain",
  "house admin",
] as const;

export type Role = (typeof roles)[number];

/** Somebody who ordered without signing in. */
async function customer(stack: Stack, productId: string) {
  const browser = createVisitor(stack.urls.web);
  const person = newPerson();
  await addToCart(browser, productId);
  const { path } = await browser.send(await checkOut(browser, shopId, person));
  await untilHandled(browser, path);
  return { ...person, path, orderId: path.split("/").at(-1) ?? "" };
}

/** One browser of each role, signed in as the role signs in, and the order that they all ask for. */
export async function oneOfEach(stack: Stack, productId: string) {
  const visitor = () => createVisitor(stack.urls.web);
  async function signedIn(email: string | undefined, path: string): Promise<Visitor> {
    const browser = visitor();
    await signIn(stack, browser, email ?? "", path);
    return browser;
  }
  const [ours, theirs, gone] = [
    await customer(stack, productId),
    await customer(stack, productId),
    await customer(stack, productId),
  ];
  const link = await linkTo(stack, ours.orderId, ours.email);
  const linkHolder = visitor();
  await linkHolder.open(link.path);
  const erased = await signedIn(gone.email, "/account/close");
  const session = erased.cookieHeader();
  await erased.send(fillIn(await erased.open("/account/close"), "main form input"));
  const applicant = visitor();
  await register(stack, applicant, newApplicant());
  const captain = demoAdmins.find(({ role }) => role === "floor-captain");
  const admin = demoAdmins.find(({ role }) => role === "admin");
  const cookies: Record<Role, string> = {
    anonymous: "",
    "link holder": linkHolder.cookieHeader(),
    customer: (await signedIn(ours.email, "/account")).cookieHeader(),
    "other customer": (await signedIn(theirs.email, "/account")).cookieHeader(),
    "erased customer": session,
    shopkeeper: (await signedIn(demoShopkeepers[0]?.email, "/shop")).cookieHeader(),
    "other shopkeeper": (await signedIn(demoShopkeepers[1]?.email, "/shop")).cookieHeader(),
    staff: (await signedIn(demoStaff[0]?.email, "/operations")).cookieHeader(),
    applicant: applicant.cookieHeader(),
    resident: (await signedIn(demoResidents[0]?.email, "/ten-ocean/profile")).cookieHeader(),
    captain: (await signedIn(captain?.email, "/ten-ocean/admin/registrations")).cookieHeader(),
    "house admin": (await signedIn(admin?.email, "/ten-ocean/admin/registrations")).cookieHeader(),
  };
  const signInAgain = async (role: "customer" | "other customer") =>
    (await signedIn(role === "customer" ? ours.email : theirs.email, "/account")).cookieHeader();
  return { cookies, orderId: ours.orderId, token: link.token, signInAgain };
}
