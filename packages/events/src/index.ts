export {
  type Catalogue,
  type DefinitionIn,
  defineCatalogue,
  type EventCatalogue,
  type EventGroups,
  UnknownEventError,
} from "./catalogue.ts";
export { MAX_EVENT_BYTES } from "./create-event.ts";
export {
  type Deprecation,
  defineEvent,
  type EventData,
  type EventDefinition,
  type EventDescription,
  type EventOptions,
  type NewEventData,
} from "./define-event.ts";
export {
  createEmitters,
  type Emit,
  type Emitters,
  type EventInput,
  MAX_EVENTS_PER_REQUEST,
} from "./emitters.ts";
export type { CausingEvent, CreateOptions, EventClient, EventToSend, RawEvent } from "./event.ts";
export { type EventIssue, InvalidEventError } from "./invalid-event-error.ts";
export { type PersonalDataKind, personal } from "./personal-data.ts";
export { type PersonalField, personalFieldsOf } from "./personal-fields.ts";
export { type PreviousVersion, type PreviousVersionOptions, previousVersion } from "./previous-version.ts";
export { createRedactor, type Redact } from "./redaction.ts";
