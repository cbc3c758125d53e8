/** A case without the suite that stands before it, which names the engine: `events > takes an event id only once`. */
export function nameOfCase(fullName: string): string {
  return fullName.split(" > ").slice(1).join(" > ");
}
