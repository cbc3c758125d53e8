import { IntegrationError } from "../../error.ts";

/** Segments between single slashes, none of which begins with a dot. */
export const nameForm = /^[A-Za-z0-9_-][A-Za-z0-9._-]*(\/[A-Za-z0-9_-][A-Za-z0-9._-]*)*$/;

/** @throws IntegrationError, final, for a name that is not of that form. */
export function checkedName(name: string, { port, vendor }: { port: string; vendor: string }): string {
  if (nameForm.test(name)) return name;
  throw new IntegrationError(
    `${port}: a file's name has segments of letters, digits, '.', '_' and '-' between single slashes, and none begins with a dot. Change the name.`,
    { port, vendor, kind: "final" },
  );
}
