import { BinaryReader, BinaryWriter, WireType } from "@bufbuild/protobuf/wire";

/** One field of a protobuf message. */
interface Field<Value> {
  number: number;
  wireType: WireType;
  /** What it is when nothing is sent for it; such a value is not sent either. */
  absent: Value;
  /** Writes it with its tag. */
  write(writer: BinaryWriter, value: Value): void;
  /** @param before what was read for it already, which repeated fields add to. */
  read(reader: BinaryReader, before: Value): Value;
}

type Fields<Shape> = { [Name in keyof Shape]: Field<Shape[Name]> };

/** Writes and reads one kind of message. Fields that are not described are skipped, as protobuf asks. */
export interface MessageType<Shape> {
  encode(message: Partial<Shape>): Uint8Array<ArrayBuffer>;
  /** Throws when the bytes are not a protobuf message. */
  decode(bytes: Uint8Array): Shape;
}

export function messageType<Shape extends object>(fields: Fields<Shape>): MessageType<Shape> {
  const entries = entriesOf(fields);
  const byNumber = new Map(entries.map((entry) => [entry[1].number, entry]));
  return {
    encode(message) {
      const writer = new BinaryWriter();
      const values: Record<string, unknown> = { ...message };
      for (const [name, field] of entries) {
        const value = values[name];
        if (value === undefined || isAbsent(value, field.absent)) continue;
        field.write(writer, value);
      }
      return toOwnBytes(writer.finish());
    },
    decode(bytes) {
      const reader = new BinaryReader(bytes);
      const values: Record<string, unknown> = {};
      for (const [name, { absent }] of entries) values[name] = absent;
      while (reader.pos < reader.len) {
        const [number, wireType] = reader.tag();
        const entry = byNumber.get(number);
        if (entry?.[1].wireType === wireType) values[entry[0]] = entry[1].read(reader, values[entry[0]]);
        else reader.skip(wireType, number);
      }
      return toShape<Shape>(values);
    },
  };
}

export const text = (number: number): Field<string> => ({
  number,
  wireType: WireType.LengthDelimited,
  absent: "",
  write: (writer, value) => void writer.tag(number, WireType.LengthDelimited).string(value),
  read: (reader) => reader.string(),
});

export const bytes = (number: number): Field<Uint8Array> => ({
  number,
  wireType: WireType.LengthDelimited,
  absent: new Uint8Array(),
  write: (writer, value) => void writer.tag(number, WireType.LengthDelimited).bytes(value),
  read: (reader) => reader.bytes(),
});

export const integer = (number: number): Field<number> => ({
  number,
  wireType: WireType.Varint,
  absent: 0,
  write: (writer, value) => void writer.tag(number, WireType.Varint).int64(value),
  read: (reader) => Number(reader.int64()),
});

export const flag = (number: number): Field<boolean> => ({
  number,
  wireType: WireType.Varint,
  absent: false,
  write: (writer, value) => void writer.tag(number, WireType.Varint).bool(value),
  read: (reader) => reader.bool(),
});

export const embedded = <Shape>(number: number, type: MessageType<Shape>): Field<Shape | undefined> => ({
  number,
  wireType: WireType.LengthDelimited,
  absent: undefined,
  write: (writer, value) => void writer.tag(number, WireType.LengthDelimited).bytes(type.encode(value ?? {})),
  read: (reader) => type.decode(reader.bytes()),
});

export const repeated = <Shape>(number: number, type: MessageType<Shape>): Field<Shape[]> => ({
  number,
  wireType: WireType.LengthDelimited,
  absent: [],
  write(writer, values) {
    for (const value of values) writer.tag(number, WireType.LengthDelimited).bytes(type.encode(value));
  },
  read: (reader, before) => [...before, type.decode(reader.bytes())],
});

function isAbsent(value: unknown, absent: unknown): boolean {
  if (value instanceof Uint8Array) return value.length === 0;
  return value === absent;
}

/** Guarantee: a message type's fields are an object of fields by name. */
function entriesOf<Shape>(fields: Fields<Shape>): [string, Field<unknown>][] {
  return Object.entries(fields) as [string, Field<unknown>][];
}

/** Guarantee: every field of the shape was read, or has the value that stands for its absence. */
function toShape<Shape>(values: Record<string, unknown>): Shape {
  return values as Shape;
}

/** Guarantee: the writer's bytes are in a buffer of their own. */
function toOwnBytes(written: Uint8Array): Uint8Array<ArrayBuffer> {
  return written as Uint8Array<ArrayBuffer>;
}
