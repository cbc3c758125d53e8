import type * as z from "zod";
import { type AnyCapability, vendorsOf } from "./capability.ts";
import { halfConfigured, isSet, listed, type MissingVariable, unchosen } from "./internal/half-configured.ts";
import type { Environment, Variables, Vendor } from "./vendor.ts";

export type { MissingVariable } from "./internal/half-configured.ts";

type Intersection<Union> = (Union extends unknown ? (member: Union) => void : never) extends (
  member: infer All,
) => void
  ? All
  : never;

type VendorsOf<Each> = Each extends { vendors: infer Vendors } ? Vendors[keyof Vendors] : never;

type ShapeOf<Each> = Each extends { variables: infer Shape } ? Shape : never;

/** Every variable of the vendors of some capabilities; none is required before a vendor is. */
export type VariablesOf<Capabilities extends readonly AnyCapability[]> =
  Intersection<ShapeOf<VendorsOf<Capabilities[number]>>> extends infer Shape extends Variables
    ? { [Name in keyof Shape]: z.ZodOptional<Shape[Name]> }
    : never;

/** Schemas to read an app's environment with; `missingVariables` then tells what is missing of it. */
export function variablesOf<const Capabilities extends readonly AnyCapability[]>(
  capabilities: Capabilities,
): VariablesOf<Capabilities> {
  const shapes = capabilities.flatMap(vendorsOf).flatMap(({ variables }) => Object.entries(variables));
  return asVariables(Object.fromEntries(shapes.map(([name, schema]) => [name, schema.optional()])));
}

/** Holds because each variable of each vendor is in it, made optional. */
function asVariables<Capabilities extends readonly AnyCapability[]>(
  shape: object,
): VariablesOf<Capabilities> {
  return shape as VariablesOf<Capabilities>;
}

/** What an app lacks to start: the rest of a vendor that is configured in part, or a vendor where one is required. */
export function missingVariables(
  capabilities: readonly AnyCapability[],
  environment: Environment,
): MissingVariable[] {
  const vendors = capabilities.flatMap(vendorsOf);
  const missing = [
    ...halfConfigured(
      vendors.flatMap(({ groups }) => groups),
      environment,
    ),
    ...vendors.flatMap((vendor) => unchosen(vendor, environment)),
    ...capabilities.flatMap((capability) => withoutVendor(capability, environment)),
  ];
  return [
    ...new Map(missing.toReversed().map((variable) => [variable.name, variable])).values(),
  ].toReversed();
}

/** Names the variables of a vendor that could serve, and what else would do; nothing when one of them is begun. */
function withoutVendor(capability: AnyCapability, environment: Environment): MissingVariable[] {
  const able = vendorsOf(capability)
    .filter(({ role }) => role !== "complement")
    .toSorted((one, other) => Number(one.role === "preferred") - Number(other.role === "preferred"));
  const isBegun = able
    .flatMap(({ groups, choices }) => [...groups, ...choices].flat())
    .some((name) => isSet(environment[name]));
  if (!capability.required || isBegun) return [];
  const [wanted = [], ...others] = able.map(wantedOf);
  if (others.length === 0) return wanted.map((name) => ({ name, message: "required" }));
  const [first, ...rest] = wanted;
  if (first === undefined) return [];
  const together = rest.length > 0 ? `, with ${listed(rest)},` : "";
  const instead = others.flat();
  const unless = `${listed(instead)} ${instead.length > 1 ? "are" : "is"} set`;
  return [{ name: first, message: `required${together} unless ${unless}` }];
}

/** What it needs, with the first of each choice. */
function wantedOf({ groups, choices }: Vendor<unknown, never>): string[] {
  return [...groups.flat(), ...choices.flatMap(([first]) => first ?? [])];
}
