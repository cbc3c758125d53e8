/**
 * The id of an event that started a run: what repeats of it have in common.
 * @throws Error for an event that never passed through an engine; the SDK's type allows for one.
 */
export function eventId({ id, name }: { id?: string; name: string }): string {
  if (id) return id;
  throw new Error(`The event ${name} has no id: send it through the engine.`);
}
