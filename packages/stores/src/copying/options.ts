import { parseArgs } from "node:util";
import { CopyRefusedError } from "./refusals.ts";
import { type StoreName, storeNames } from "./side.ts";

export const storesUsage = `  stores copy --from <store> --to <store> [--dry-run] [--hand-over] [--json]
                                  copies the marketplace from postgres to convex or back, and goes on where it was interrupted;
                                  --dry-run only counts; --hand-over, with the last one before the switch, leaves what the
                                  outbox still has to send to the new store; --json says at the end what was done
  stores clear --store <store> --yes
                                  deletes all that is the marketplace's in one of them
`;

export interface CopyCommand {
  verb: "copy";
  from: StoreName;
  to: StoreName;
  isDryRun: boolean;
  handsOver: boolean;
  asJson: boolean;
}

export interface ClearCommand {
  verb: "clear";
  store: StoreName;
}

/** @throws CopyRefusedError `usage` and `same-store`; undefined when somebody asks for help. */
export function readCommand(parameters: readonly string[]): CopyCommand | ClearCommand | undefined {
  const { values, verb } = read(parameters);
  if (values.help || verb === undefined) return undefined;
  if (verb === "clear") return clearOf(values);
  if (verb !== "copy") throw new CopyRefusedError("usage", `There is no stores ${verb}.`);
  const command: CopyCommand = {
    verb,
    from: storeIn("--from", values.from),
    to: storeIn("--to", values.to),
    isDryRun: values["dry-run"] ?? false,
    handsOver: values["hand-over"] ?? false,
    asJson: values.json ?? false,
  };
  if (values.store !== undefined || values.yes)
    throw new CopyRefusedError("usage", "--store and --yes go with stores clear.");
  if (command.from === command.to)
    throw new CopyRefusedError(
      "same-store",
      `${command.from} is copied to another store, and not to itself.`,
    );
  return command;
}

function read(parameters: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...parameters],
      allowPositionals: true,
      options: {
        from: { type: "string" },
        to: { type: "string" },
        store: { type: "string" },
        "dry-run": { type: "boolean" },
        "hand-over": { type: "boolean" },
        json: { type: "boolean" },
        yes: { type: "boolean" },
        help: { type: "boolean", short: "h" },
      },
    });
    const [verb, ...more] = positionals;
    if (more.length > 0) throw new CopyRefusedError("usage", `${more[0]} is one word too many.`);
    return { values, verb };
  } catch (error) {
    if (CopyRefusedError.isInstance(error) || !(error instanceof Error)) throw error;
    throw new CopyRefusedError("usage", error.message.split("\n")[0] ?? "");
  }
}

function clearOf(values: { store?: string; yes?: boolean }): ClearCommand {
  const store = storeIn("--store", values.store);
  if (!values.yes)
    throw new CopyRefusedError(
      "usage",
      `All that is the marketplace's in ${store} would be deleted. With --yes it is.`,
    );
  return { verb: "clear", store };
}

function storeIn(option: string, given: string | undefined): StoreName {
  const found = storeNames.find((name) => name === given);
  if (found) return found;
  const said = given === undefined ? `${option} is missing` : `There is no store ${given}`;
  throw new CopyRefusedError("usage", `${said}: ${option} ${storeNames.join(" or ")}.`);
}
