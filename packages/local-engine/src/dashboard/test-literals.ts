/** Pieces of TypeScript, as the tests of a run are written with. */

/** A value as a literal, its further lines indented to where it stands. */
export function literal(value: unknown, indent = 2): string {
  const text = JSON.stringify(value, undefined, 2) ?? "undefined";
  return text.replaceAll("\n", `\n${" ".repeat(indent)}`);
}

/** `ten-ocean` as `tenOcean`; a name that would be none of TypeScript's begins with `app`. */
export function variableName(id: string): string {
  const [first = "", ...rest] = id.split(/[^A-Za-z0-9]+/).filter((part) => part !== "");
  const name = [first, ...rest.map((part) => part.charAt(0).toUpperCase() + part.slice(1))].join("");
  return /^[A-Za-z]/.test(name) ? name : `app${name}`;
}

export function timeLiteral(time: number): string {
  return JSON.stringify(new Date(time).toISOString());
}

/** How a step failed, and what followed: another try after a while, or none although there were tries left. */
export interface Failure {
  name: string;
  message: string;
  retryAfter?: number;
  isFinal?: boolean;
}

export function errorLiteral({ name, message, retryAfter, isFinal }: Failure): string {
  const text = JSON.stringify(message);
  if (isFinal) return `new NonRetriableError(${text})`;
  if (retryAfter !== undefined) return `new RetryAfterError(${text}, ${retryAfter})`;
  return name === "Error"
    ? `new Error(${text})`
    : `Object.assign(new Error(${text}), { name: ${JSON.stringify(name)} })`;
}
