import { CommandError } from "./context.ts";

export const LOCAL_ENGINE = "http://127.0.0.1:8288";

/** @throws CommandError without the address, in which there may be a password. */
export function engineUrl(given: string = LOCAL_ENGINE): URL {
  const url = URL.parse(given);
  if (url && /^https?:$/.test(url.protocol)) return url;
  throw new CommandError(
    "INNGEST_BASE_URL is no address: write it as https://inn.gs or http://127.0.0.1:8288",
  );
}
