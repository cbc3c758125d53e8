import type { Shopkeeper, Shopkeepers, Staff, StaffMember, User, Users } from "@org/stores/mohallamart/port";
import { tenOceanSubject, tenOceanSubjectPrefix } from "@org/stores/sessions/subject";
import type { Admin, Admins, Resident, Residents } from "@org/stores/ten-ocean/port";
import { type Person, type Product, productOf } from "./person.ts";

type ByIdOrEmail<Store extends { get: unknown; findByEmail: unknown }> = Pick<Store, "get" | "findByEmail">;

/** Where people are looked up. */
export interface PeopleStores {
  mohallaMart: {
    users: ByIdOrEmail<Users>;
    shopkeepers: ByIdOrEmail<Shopkeepers> & Pick<Shopkeepers, "application">;
    staff: ByIdOrEmail<Staff>;
  };
  tenOcean: { residents: ByIdOrEmail<Residents>; admins: ByIdOrEmail<Admins> };
}

/** What a session keeps of a person. MohallaMart's are plain ids, by which its workflows end sessions. */
export function subjectOf({ role, id }: Pick<Person, "role" | "id">): string {
  return productOf(role) === "ten-ocean" ? tenOceanSubject(id) : id;
}

/** The person of a session's subject as they are now; undefined when they may not sign in any more. */
export async function findPerson(
  { mohallaMart, tenOcean }: PeopleStores,
  subject: string,
): Promise<Person | undefined> {
  if (subject.startsWith(tenOceanSubjectPrefix))
    return tenOceanPerson(tenOcean, subject.slice(tenOceanSubjectPrefix.length));
  if (subject.startsWith("sk_")) {
    const shopkeeper = await mohallaMart.shopkeepers.get(subject);
    return shopkeeper && withAccess(mohallaMart, shopkeeper);
  }
  if (subject.startsWith("admin_")) {
    const member = await mohallaMart.staff.get(subject);
    return member && fromStaff(member);
  }
  const user = await mohallaMart.users.get(subject);
  return user && fromUser(user);
}

/** Everyone of a product who signs in with an email address; mostly nobody or one. */
export async function findPeople(
  { mohallaMart, tenOcean }: PeopleStores,
  product: Product,
  email: string,
): Promise<Person[]> {
  const found =
    product === "mohallamart"
      ? await mohallaMartPeople(mohallaMart, email)
      : await tenOceanPeople(tenOcean, email);
  return found.filter((person) => person !== undefined);
}

async function mohallaMartPeople(stores: PeopleStores["mohallaMart"], email: string) {
  const [user, shopkeepers, member] = await Promise.all([
    stores.users.findByEmail(email),
    stores.shopkeepers.findByEmail(email),
    stores.staff.findByEmail(email),
  ]);
  const shops = await Promise.all(shopkeepers.map((shopkeeper) => withAccess(stores, shopkeeper)));
  return [user && fromUser(user), ...shops, member && fromStaff(member)];
}

async function tenOceanPeople(stores: PeopleStores["tenOcean"], email: string) {
  const [resident, admins] = await Promise.all([
    stores.residents.findByEmail(email),
    stores.admins.findByEmail(email),
  ]);
  return [resident && fromResident(resident), ...admins.map(fromAdmin)];
}

async function tenOceanPerson(stores: PeopleStores["tenOcean"], id: string): Promise<Person | undefined> {
  if (id.startsWith("admin_")) {
    const admin = await stores.admins.get(id);
    return admin && fromAdmin(admin);
  }
  const resident = await stores.residents.get(id);
  return resident && fromResident(resident);
}

function fromUser({ userId, name, email }: User): Person {
  return { role: "customer", id: userId, name, email };
}

function fromStaff({ staffId, name, email }: StaffMember): Person {
  return { role: "admin", id: staffId, name, email };
}

/** Undefined until they were given access to their shop's dashboard. */
async function withAccess(
  { shopkeepers }: Pick<PeopleStores["mohallaMart"], "shopkeepers">,
  { shopkeeperId, shopId, name, email }: Shopkeeper,
): Promise<Person | undefined> {
  const application = await shopkeepers.application(shopkeeperId);
  if (!application?.dashboardAccess) return undefined;
  return { role: "shopkeeper", id: shopkeeperId, shopId, name, email };
}

/** Undefined for people who are not confirmed yet, have moved out or are suspended. */
function fromResident({ userId, firstName, lastName, email, standing }: Resident): Person | undefined {
  if (standing !== "resident") return undefined;
  return { role: "resident", id: userId, name: [firstName, lastName].filter(Boolean).join(" "), email };
}

function fromAdmin({ adminId, name, email, floor }: Admin): Person {
  const person = { id: adminId, name, email };
  return floor === undefined
    ? { ...person, role: "association-admin" }
    : { ...person, role: "floor-captain", floor };
}
