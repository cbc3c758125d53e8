import { BinaryReader } from "@bufbuild/protobuf/wire";

interface Field {
  name: string;
  isList?: true;
  read(reader: BinaryReader): unknown;
}

type Fields = Readonly<Record<number, Field>>;

const text = (reader: BinaryReader) => reader.string();
const hex = (reader: BinaryReader) => Buffer.from(reader.bytes()).toString("hex");
const time = (reader: BinaryReader) => String(reader.fixed64());
const part = (fields: () => Fields) => (reader: BinaryReader) =>
  readMessage(reader, fields(), reader.uint32());

/** OpenTelemetry's messages by the numbers of their fields, as opentelemetry-proto's `trace.proto` and `common.proto` give them. */
const anyValue: Fields = {
  1: { name: "stringValue", read: text },
  2: { name: "boolValue", read: (reader) => reader.bool() },
  3: { name: "intValue", read: (reader) => String(reader.int64()) },
  4: { name: "doubleValue", read: (reader) => reader.double() },
  5: {
    name: "arrayValue",
    read: part(() => ({ 1: { name: "values", isList: true, read: part(() => anyValue) } })),
  },
  6: {
    name: "kvlistValue",
    read: part(() => ({ 1: { name: "values", isList: true, read: part(() => keyValue) } })),
  },
  7: { name: "bytesValue", read: (reader) => Buffer.from(reader.bytes()).toString("base64") },
};
const keyValue: Fields = {
  1: { name: "key", read: text },
  2: { name: "value", read: part(() => anyValue) },
};
const status: Fields = {
  2: { name: "message", read: text },
  3: { name: "code", read: (reader) => reader.int32() },
};
const span: Fields = {
  2: { name: "spanId", read: hex },
  4: { name: "parentSpanId", read: hex },
  5: { name: "name", read: text },
  7: { name: "startTimeUnixNano", read: time },
  8: { name: "endTimeUnixNano", read: time },
  9: { name: "attributes", isList: true, read: part(() => keyValue) },
  15: { name: "status", read: part(() => status) },
};
const scopeSpans: Fields = { 2: { name: "spans", isList: true, read: part(() => span) } };
const resourceSpans: Fields = { 2: { name: "scopeSpans", isList: true, read: part(() => scopeSpans) } };
const request: Fields = { 1: { name: "resourceSpans", isList: true, read: part(() => resourceSpans) } };

/**
 * Reads what OpenTelemetry's exporters post as protobuf into the form in which they post JSON.
 * @throws when the bytes are not such a message.
 */
export function decodeTraces(bytes: Uint8Array): unknown {
  return readMessage(new BinaryReader(bytes), request, bytes.byteLength);
}

function readMessage(reader: BinaryReader, fields: Fields, length: number): Record<string, unknown> {
  const end = reader.pos + length;
  const message: Record<string, unknown> = {};
  const lists = new Map<string, unknown[]>();
  const listOf = (name: string) => lists.get(name) ?? lists.set(name, []).get(name);
  while (reader.pos < end) {
    const [number, wireType] = reader.tag();
    const field = fields[number];
    if (!field) reader.skip(wireType, number);
    else if (field.isList) listOf(field.name)?.push(field.read(reader));
    else message[field.name] = field.read(reader);
  }
  return { ...message, ...Object.fromEntries(lists) };
}
