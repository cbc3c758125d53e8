import type { ServedApps } from "../app.ts";
import { type EngineAddress, functionsKnown } from "../engine-functions.ts";
import { type Check, ok, wrong } from "./check.ts";

export interface EngineChecksOptions extends EngineAddress {
  /** By where they are served. */
  apps: Readonly<Record<string, ServedApps[keyof ServedApps]>>;
}

/** One for each app: whether the engine answers, takes the key and knows the functions that this release serves. */
export function engineChecks({ apps, ...engine }: EngineChecksOptions): Check[] {
  return Object.values(apps).map(({ client, functions }) => ({
    name: `engine: ${client.id}`,
    async look() {
      const known = await functionsKnown(client.id, engine);
      if (known === undefined)
        return wrong(`The engine knows no app ${client.id}. Start the worker, then run: node cli.js sync`);
      const served = functions.map((each) => each.id(client.id));
      const missing = served.filter((id) => !known.has(id));
      const gone = [...known].filter((id) => !served.includes(id));
      if (missing.length > 0)
        return wrong(`The engine does not know ${named(missing)}. Run: node cli.js sync`);
      if (gone.length > 0)
        return wrong(
          `The engine has ${named(gone)}, which this release does not serve. Run: node cli.js sync`,
        );
      return ok(`knows all ${served.length} functions`);
    },
  }));
}

function named([first = "", ...others]: string[]): string {
  return others.length === 0 ? first : `${first} and ${others.length} more functions`;
}
