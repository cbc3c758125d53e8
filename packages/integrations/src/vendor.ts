import type * as z from "zod";
import { halfConfigured, isSet, unchosen, type VariableGroup } from "./internal/half-configured.ts";

/** The variables of a vendor with what each may hold; a description becomes its comment in `.env.example`. */
export type Variables = Readonly<Record<string, z.ZodType>>;

/** Variables as the schemas have read them. */
export type Values<Shape extends Variables> = { readonly [Name in keyof Shape]: z.output<Shape[Name]> };

/** Everything that an app has read from its environment, by name. */
export type Environment = Readonly<Record<string, unknown>>;

/** What an app may say of every adapter's calls. */
export interface CallOptions {
  /** Milliseconds for one call. Default: what suits the vendor. */
  timeout?: number;
}

export interface VendorDefinition<Shape extends Variables, Module, Port, Context> {
  /** As people write it. */
  name: string;
  /** What it is used for, and what becomes of that without it: the comment above its variables. */
  about: string;
  variables: Shape;
  /** Variables that only work together, in groups. Default: one group of all that are not optional. */
  together?: readonly VariableGroup<keyof Shape & string>[];
  /** Optional variables of which one is needed, by the first: a sender's number, or the id of a pool of numbers. */
  oneOf?: readonly VariableGroup<keyof Shape & string>[];
  /** `preferred` serves where others are configured too; a `complement` serves only beside another vendor. */
  role?: "preferred" | "complement";
  /** The npm packages of the vendor's client: optional peers, which an app that uses the vendor installs. */
  packages?: readonly string[];
  /** Imports the adapter, which imports the vendor's client: only where the vendor is configured. */
  load(): Promise<Module>;
  create(module: Module, values: Values<Shape>, context: Context): Port;
  /**
   * Asks for something that changes nothing, to see whether the vendor is there and takes what is configured; rejects with
   * one line for people. Or why that cannot be asked.
   */
  check: ((values: Values<Shape>, module: Module) => Promise<unknown>) | Unasked;
}

/** Why nobody can see whether a vendor takes what is configured. */
export interface Unasked {
  because: string;
}

/** One vendor behind a port. It knows how to be configured without its client being loaded, or there. */
export interface Vendor<Port, Context, Shape extends Variables = Variables> {
  readonly name: string;
  readonly about: string;
  readonly variables: Shape;
  readonly groups: readonly VariableGroup[];
  /** Of each of these one has to be set where the vendor is used. */
  readonly choices: readonly VariableGroup[];
  readonly role: "preferred" | "complement" | undefined;
  readonly packages: readonly string[];
  isConfigured(environment: Environment): boolean;
  /**
   * Loads the adapter.
   * @throws Error with the packages to install, when the vendor's client is not there.
   */
  open(environment: Environment): Promise<(context: Context) => Port>;
  /**
   * Asks a configured vendor whether it takes what is configured, and changes nothing there.
   * @returns why that cannot be asked, or undefined when all is well
   * @throws Error that says what is wrong and what to do, in one line
   */
  check(environment: Environment): Promise<Unasked | undefined>;
}

/** A vendor of a capability: what it needs to be told, and how its adapter is made of it. */
export function defineVendor<Shape extends Variables, Module, Port, Context>(
  definition: VendorDefinition<Shape, Module, Port, Context>,
): Vendor<Port, Context, Shape> {
  const { name, about, variables, role, packages = [], oneOf: choices = [] } = definition;
  const groups = definition.together ?? [requiredOf(variables)];
  return {
    name,
    about,
    variables,
    groups,
    choices,
    role,
    packages,
    isConfigured: (environment) =>
      groups.some((group) => group.every((variable) => isSet(environment[variable]))) &&
      halfConfigured(groups, environment).length === 0 &&
      unchosen({ groups, choices }, environment).length === 0,
    async open(environment) {
      const module = await loaded(definition);
      return (context) => definition.create(module, valuesOf<Shape>(environment), context);
    },
    async check(environment) {
      const { check } = definition;
      if (typeof check !== "function") return check;
      await check(valuesOf<Shape>(environment), await loaded(definition));
      return undefined;
    },
  };
}

function requiredOf(variables: Variables): string[] {
  return Object.keys(variables).filter((name) => !variables[name]?.safeParse(undefined).success);
}

async function loaded<Module>({
  name,
  packages = [],
  load,
}: Pick<
  VendorDefinition<Variables, Module, unknown, unknown>,
  "name" | "packages" | "load"
>): Promise<Module> {
  try {
    return await load();
  } catch (error) {
    const message = error instanceof Error ? error.message : "";
    const missing = packages.filter((wanted) => message.includes(`'${wanted}'`));
    if (!isNotFound(error) || missing.length === 0) throw error;
    throw new Error(
      `${name} is configured, and its client is not installed. Add ${packages.join(" and ")} to the app's dependencies.`,
      { cause: error },
    );
  }
}

function isNotFound(error: unknown): boolean {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  return code === "ERR_MODULE_NOT_FOUND" || code === "MODULE_NOT_FOUND";
}

/** Holds because an app reads its environment with the schemas of `variablesOf`, before it asks for a vendor. */
function valuesOf<Shape extends Variables>(environment: Environment): Values<Shape> {
  return environment as Values<Shape>;
}
