export {
  type Catalogue,
  defineCatalogue,
  type EventCatalogue,
  UnknownEventError,
} from "./internal/catalogue.ts";
export type {
  Deprecation,
  EventData,
  EventDefinition,
  EventDescription,
  EventOptions,
  NewEventData,
} from "./internal/define-event.ts";
export { defineOwnEvent as defineEvent } from "./internal/define-own-event.ts";
export {
  createEmitters,
  type Emit,
  type Emitters,
  type EventInput,
  MAX_EVENTS_PER_REQUEST,
} from "./internal/emitters.ts";
export type { CausingEvent, CreateOptions, EventClient, EventToSend, RawEvent } from "./internal/event.ts";
export type { DataByName, DefinitionIn, EventGroups, EventList } from "./internal/event-groups.ts";
export { MAX_EVENT_BYTES } from "./internal/event-size.ts";
export { type EventIssue, InvalidEventError } from "./internal/invalid-event-error.ts";
export { type PersonalDataKind, personal } from "./internal/personal-data.ts";
export { type PersonalField, personalFieldsOf } from "./internal/personal-fields.ts";
export {
  type PreviousVersion,
  type PreviousVersionOptions,
  previousVersion,
} from "./internal/previous-version.ts";
export { createRedactor, type Redact } from "./internal/redaction.ts";
