import type { EventCatalogue } from "../catalogue.ts";
import type { EventDefinition } from "../define-event.ts";
import { eventSlug } from "../event-slug.ts";
import { personalFieldsOf } from "../personal-fields.ts";
import { type JsonSchema, toJsonSchema } from "./json-schema.ts";

const DRAFT_07 = "application/schema+json;version=draft-07";

interface Reference {
  $ref: string;
}

interface Message {
  name: string;
  title: string;
  summary: string;
  contentType: "application/json";
  tags: { name: string }[];
  payload: { schemaFormat: string; schema: JsonSchema };
  examples: { name: string; payload: unknown }[];
  "x-owner": string;
  "x-kind": "fact" | "command";
  "x-version": string;
  "x-personal-data"?: string[];
  "x-deprecation"?: object;
}

/** An AsyncAPI 3.0 document. */
export interface AsyncApiDocument {
  asyncapi: "3.0.0";
  info: { title: string; version: string; description: string };
  defaultContentType: "application/json";
  servers: Record<string, object>;
  channels: Record<string, { address: string; description: string; messages: Record<string, Reference> }>;
  operations: Record<
    string,
    { action: "send" | "receive"; channel: Reference; summary: string; messages: Reference[] }
  >;
  components: { messages: Record<string, Message> };
}

/**
 * Describes a catalogue as it travels to Inngest: one channel per event name, one message with the envelope
 * and the data's draft-07 schema. Emitting applications send; workflows receive.
 */
export function asyncApiDocument(catalogue: EventCatalogue, version: string): AsyncApiDocument {
  const entries = catalogue.definitions.map(
    (definition) => [eventSlug(catalogue.name, definition.event), definition] as const,
  );
  return {
    asyncapi: "3.0.0",
    info: { title: `${catalogue.title} events`, version, description: catalogue.description },
    defaultContentType: "application/json",
    servers: {
      inngest: {
        host: "inn.gs",
        pathname: "/e/{eventKey}",
        protocol: "https",
        description: "Inngest's event API; POST one event or an array of them.",
        variables: { eventKey: { description: "The environment's event key." } },
      },
    },
    channels: Object.fromEntries(entries.map(([slug, definition]) => [slug, channelOf(slug, definition)])),
    operations: Object.fromEntries(
      entries.flatMap(([slug, definition]) => [
        [`send-${slug}`, operationOf("send", slug, definition)],
        [`receive-${slug}`, operationOf("receive", slug, definition)],
      ]),
    ),
    components: { messages: Object.fromEntries(entries.map(([slug, event]) => [slug, messageOf(event)])) },
  };
}

function channelOf(slug: string, { event, summary }: EventDefinition): AsyncApiDocument["channels"][string] {
  return {
    address: event,
    description: summary,
    messages: { [slug]: { $ref: `#/components/messages/${slug}` } },
  };
}

function operationOf(
  action: "send" | "receive",
  slug: string,
  { summary }: EventDefinition,
): AsyncApiDocument["operations"][string] {
  const channel = `#/channels/${slug}`;
  return { action, channel: { $ref: channel }, summary, messages: [{ $ref: `${channel}/messages/${slug}` }] };
}

function messageOf(definition: EventDefinition): Message {
  const { event, category, owner, kind, version, summary, deprecation } = definition;
  const personal = personalFieldsOf(definition).map(({ path }) => path);
  return {
    name: event,
    title: event,
    summary,
    contentType: "application/json",
    tags: [{ name: category }, { name: kind }],
    payload: { schemaFormat: DRAFT_07, schema: envelopeOf(definition) },
    examples: definition.examples.map((example, index) => {
      const created = definition.create({ ...example, occurredAt: "2026-11-01T00:00:00.000Z" });
      return { name: `example-${index + 1}`, payload: created };
    }),
    "x-owner": owner,
    "x-kind": kind,
    "x-version": version,
    ...(personal.length > 0 ? { "x-personal-data": personal } : {}),
    ...(deprecation ? { "x-deprecation": deprecation } : {}),
  };
}

/** The event as it is sent, around its data. */
function envelopeOf({ event, version, schema }: EventDefinition): JsonSchema {
  const { $schema: _, ...data } = toJsonSchema(schema, "input", "draft-07");
  return {
    type: "object",
    properties: {
      id: { type: "string", description: "Deduplicates for 24 hours." },
      name: { const: event },
      ts: { type: "integer", description: "Milliseconds since 1970; a future moment delays the run." },
      v: { const: version },
      data,
    },
    required: ["name", "data"],
  };
}
