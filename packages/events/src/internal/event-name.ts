/** What fits into the name of a page and a file, whatever stands around it. */
const LONGEST_NAME = 128;

const howToName = `Name it as order.created or event/rsvp.changed: letters, digits, dots and slashes, at most ${LONGEST_NAME}; names that begin with inngest/ are Inngest's own.`;

/** @throws Error when the engine would not take an event of this name, or documentation has no place for it */
export function refuseName(name: string): void {
  if (!isEventName(name)) throw new Error(`${JSON.stringify(name)} is no event's name. ${howToName}`);
}

function isEventName(name: string): boolean {
  return name.length <= LONGEST_NAME && /^(?!inngest\/)[A-Za-z\d]+(?:[./_-][A-Za-z\d]+)*$/.test(name);
}
