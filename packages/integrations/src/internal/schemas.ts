import * as z from "zod";

/** An address of the web, without the slashes at its end. */
export const url = z.url({ protocol: /^https?$/ }).transform((value) => value.replace(/\/+$/, ""));

/** Where a vendor's API is, for the emulator in its place. */
export function baseUrlOf(name: string) {
  return url
    .optional()
    .describe(`Another address for ${name}'s API, such as the local emulator. Default: ${name}.`);
}
