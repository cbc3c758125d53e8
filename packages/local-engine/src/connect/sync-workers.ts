import * as z from "zod";
import { deepestJson, isDeeperThan } from "../core/well-formed.ts";
import { connectAddress } from "../protocol/connect-address.ts";
import type { workerConnectRequest } from "./messages.ts";

export type WorkerHello = ReturnType<typeof workerConnectRequest.decode>;

const functionsSchema = z.array(
  z.looseObject({
    steps: z.record(z.string(), z.looseObject({ runtime: z.looseObject({ url: z.string() }) })),
  }),
);

/**
 * What a worker brings, in the form in which apps register over HTTP. Its functions get an address that stands for the
 * app's workers. Throws when the functions cannot be read.
 */
export function toRegistrations({ apps, sdkLanguage, sdkVersion, framework }: WorkerHello): unknown[] {
  return apps.map(({ appName, functions }) => ({
    url: connectAddress(appName),
    appName,
    sdk: `${sdkLanguage || "unknown"}:${sdkVersion}`,
    framework,
    functions: readFunctions(functions).map((definition) => ({
      ...definition,
      steps: Object.fromEntries(
        Object.entries(definition.steps).map(([id, step]) => [
          id,
          { ...step, runtime: { ...step.runtime, url: addressOf(appName, step.runtime.url) } },
        ]),
      ),
    })),
  }));
}

function readFunctions(json: Uint8Array): z.infer<typeof functionsSchema> {
  const functions: unknown = JSON.parse(Buffer.from(json).toString("utf8"));
  if (isDeeperThan(functions, deepestJson)) throw new RangeError("the functions are nested too deep.");
  return functionsSchema.parse(functions);
}

/** The SDK's own address has the function's id in its query. */
function addressOf(appName: string, url: string): string {
  return connectAddress(appName) + new URL(url).search;
}
