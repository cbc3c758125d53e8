import type { IntegrationError } from "@org/integrations/error";

const failureKinds: ReadonlySet<unknown> = new Set(["retryable", "final", "ambiguous"]);

/**
 * Whether a port threw it, whatever copy of the package its class comes from. The one place that knows how an
 * integration's error is recognised.
 */
export function isIntegrationError(value: unknown): value is IntegrationError {
  const { port, vendor, kind } = Object(value);
  return value instanceof Error && Boolean(port) && Boolean(vendor) && failureKinds.has(kind);
}

/** Whether it is an error of that name: a class of another copy of its package is not the class that we import. */
export function isNamed(value: unknown, name: string): value is Error {
  return value instanceof Error && value.name === name;
}
