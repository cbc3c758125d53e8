import type { Environment, Vendor } from "./vendor.ts";

/** One thing that vendors can do for an app, such as sending text messages, and who can do it. */
export interface Capability<
  Port,
  Context,
  Vendors extends Registry<Port, Context> = Registry<Port, Context>,
> {
  /** As its folder is named. */
  name: string;
  /** What it is for, which app needs it, and whether anyone can do without: its heading in `.env.example`. */
  about: string;
  /** Whether an app that has it does not start without a vendor. */
  required: boolean;
  vendors: Vendors;
}

/** Vendors by their names in a registry: what `import * as registry` gives. */
export type Registry<Port, Context> = Readonly<Record<string, Vendor<Port, Context>>>;

/** A capability whose port and context do not matter. */
export type AnyCapability = Capability<unknown, never>;

/** A vendor that is configured, its adapter loaded. */
export interface ConnectedVendor<Port, Context> {
  /** Its name in the registry. */
  id: string;
  create(context: Context): Port;
}

/** What an app works with: the vendors of a capability that it has configured. */
export interface Connection<Port, Context> {
  /**
   * The port, with the vendor that serves behind it.
   * @throws Error when no vendor is configured.
   */
  create(context: Context): Port;
  /** The same, or undefined when no vendor is configured. */
  createIfConfigured(context: Context): Port | undefined;
  /** The vendors that serve beside it what they are better at. */
  complements: readonly ConnectedVendor<Port, Context>[];
  /** All that are to be asked, complements first. */
  all: readonly ConnectedVendor<Port, Context>[];
}

/**
 * Loads the adapters of the vendors that are configured, and no others. Where several could serve, the preferred one
 * does, then the first by name.
 * @param environment what the app has read with the schemas of `variablesOf`.
 * @throws Error when the client of one of them is not installed.
 */
export async function connect<Port, Context>(
  capability: Capability<Port, Context>,
  environment: Environment,
): Promise<Connection<Port, Context>> {
  const configured = Object.entries(capability.vendors).filter(([, vendor]) =>
    vendor.isConfigured(environment),
  );
  const open = async ([id, vendor]: [string, Vendor<Port, Context>]) => ({
    id,
    create: await vendor.open(environment),
  });
  const complements = await Promise.all(configured.filter(([, { role }]) => role === "complement").map(open));
  const [chosen] = configured.filter(([, { role }]) => role !== "complement").toSorted(byPreference);
  const serving = chosen && (await open(chosen));
  return {
    complements,
    all: serving ? [...complements, serving] : complements,
    createIfConfigured: (context) => serving?.create(context),
    create(context) {
      if (serving) return serving.create(context);
      const names = vendorsOf(capability).map(({ name }) => name);
      throw new Error(
        `No vendor of ${capability.name} is configured (${names.join(", ")}). Set the variables of one; see .env.example.`,
      );
    },
  };
}

/** Those of a registry, by name. */
export function vendorsOf<Port, Context>(
  capability: Capability<Port, Context>,
): readonly Vendor<Port, Context>[] {
  return Object.values(capability.vendors);
}

type Entry = readonly [string, Vendor<unknown, never>];

/** Sorting keeps the order of the registry, by name, among equals. */
function byPreference([, one]: Entry, [, other]: Entry): number {
  return Number(other.role === "preferred") - Number(one.role === "preferred");
}
