export type Product = "mohallamart" | "ten-ocean";

interface PersonBase {
  /** In the product's own store; the two products may use the same one for different people. */
  id: string;
  name: string;
  email: string;
}

/** Who is signed in, and as what. */
export type Person =
  | (PersonBase & { role: "customer" })
  /** May open the dashboard of their shop. */
  | (PersonBase & { role: "shopkeeper"; shopId: string })
  /** Of MohallaMart's own staff. */
  | (PersonBase & { role: "admin" })
  /** Lives at 10 Ocean, and an admin or a floor captain has confirmed it. */
  | (PersonBase & { role: "resident" })
  | (PersonBase & { role: "association-admin" })
  /** Decides for one floor only. */
  | (PersonBase & { role: "floor-captain"; floor: number });

export type Role = Person["role"];

export type PersonWith<Wanted extends Role> = Extract<Person, { role: Wanted }>;

const products: Record<Role, Product> = {
  customer: "mohallamart",
  shopkeeper: "mohallamart",
  admin: "mohallamart",
  resident: "ten-ocean",
  "association-admin": "ten-ocean",
  "floor-captain": "ten-ocean",
};

/** Holds because `products` has every role and nothing else. */
const allRoles = Object.keys(products) as Role[];

/** Whether a role sees what others entrusted to a product. */
export function isStaff(role: Role): boolean {
  return role === "admin" || role === "association-admin" || role === "floor-captain";
}

export function productOf(role: Role): Product {
  return products[role];
}

/** Everything that somebody may be at a product. */
export function rolesOf(product: Product): Role[] {
  return allRoles.filter((role) => products[role] === product);
}

export function hasRole<Wanted extends Role>(
  person: Person,
  roles: readonly Wanted[],
): person is PersonWith<Wanted> {
  return roles.some((role) => role === person.role);
}
