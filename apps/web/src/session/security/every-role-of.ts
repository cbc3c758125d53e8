import { type Product, type Role, rolesOf } from "@org/commands/sessions/person";

export function everyRoleOf(product: Product): [Role, ...Role[]] {
  const [first, ...others] = rolesOf(product);
  if (first === undefined) throw new Error(`Nobody has a role at ${product}.`);
  return [first, ...others];
}
