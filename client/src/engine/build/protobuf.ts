/**
 * The part of protobuf's wire format that BuildKit's messages need: varints, length-delimited fields, and the two
 * fixed sizes to be skipped. See https://protobuf.dev/programming-guides/encoding/.
 */
export type ProtobufField =
  | { readonly number: number; readonly value: bigint }
  | { readonly number: number; readonly value: Buffer };

const wireVarint = 0;
const wireFixed64 = 1;
const wireBytes = 2;
const wireFixed32 = 5;

/** Reads a message's fields in their order. Throws a RangeError on bytes that are no message. */
export function readFields(message: Buffer): ProtobufField[] {
  const fields: ProtobufField[] = [];
  let offset = 0;

  function varint(): bigint {
    let result = 0n;
    for (let shift = 0n; shift < 70n; shift += 7n) {
      const byte = message[offset++];
      if (byte === undefined) throw new RangeError("The message ends inside a number.");
      result |= BigInt(byte & 0x7f) << shift;
      if (byte < 0x80) return BigInt.asUintN(64, result);
    }
    throw new RangeError("A number in the message is longer than 64 bits.");
  }

  function skip(length: number): number {
    const start = offset;
    if (start + length > message.length) throw new RangeError("The message ends inside a field.");
    offset += length;
    return start;
  }

  while (offset < message.length) {
    const tag = Number(varint());
    const number = Math.floor(tag / 8);
    switch (tag % 8) {
      case wireVarint:
        fields.push({ number, value: varint() });
        break;
      case wireBytes: {
        const length = Number(varint());
        const start = skip(length);
        fields.push({ number, value: message.subarray(start, start + length) });
        break;
      }
      case wireFixed64:
        skip(8);
        break;
      case wireFixed32:
        skip(4);
        break;
      default:
        throw new RangeError(`The message has a field of the unknown wire type ${tag % 8}.`);
    }
  }
  return fields;
}

/** A message to be asked by field number. What is absent reads as protobuf's default, or `undefined` for bytes. */
export interface ProtobufMessage {
  text(number: number): string;
  texts(number: number): string[];
  /** Signed 64 bits, exact up to 2^53. */
  integer(number: number): number;
  bytes(number: number): Buffer | undefined;
  messages(number: number): ProtobufMessage[];
  message(number: number): ProtobufMessage | undefined;
}

export function readMessage(bytes: Buffer): ProtobufMessage {
  const fields = readFields(bytes);

  function all(number: number): Buffer[] {
    return fields.flatMap((field) =>
      field.number === number && typeof field.value !== "bigint" ? [field.value] : [],
    );
  }

  return {
    text: (number) => all(number).at(-1)?.toString("utf8") ?? "",
    texts: (number) => all(number).map((value) => value.toString("utf8")),
    integer(number) {
      const value = fields.findLast((field) => field.number === number)?.value;
      return typeof value === "bigint" ? Number(BigInt.asIntN(64, value)) : 0;
    },
    bytes: (number) => all(number).at(-1),
    messages: (number) => all(number).map(readMessage),
    message(number) {
      const value = all(number).at(-1);
      return value && readMessage(value);
    },
  };
}

/** Writes a message. Numbers are written as varints; what is `undefined`, zero or empty is left out, as protobuf 3 does. */
export function writeMessage(
  fields: Readonly<Record<number, string | Buffer | number | bigint | undefined>>,
): Buffer {
  const parts: Buffer[] = [];
  for (const [key, value] of Object.entries(fields)) {
    const number = Number(key);
    if (typeof value === "number" || typeof value === "bigint") {
      if (value !== 0 && value !== 0n) parts.push(varintBytes(number * 8 + wireVarint), varintBytes(value));
    } else if (value !== undefined && value.length > 0) {
      const bytes = typeof value === "string" ? Buffer.from(value, "utf8") : value;
      parts.push(varintBytes(number * 8 + wireBytes), varintBytes(bytes.length), bytes);
    }
  }
  return Buffer.concat(parts);
}

function varintBytes(value: number | bigint): Buffer {
  const bytes: number[] = [];
  let rest = BigInt.asUintN(64, BigInt(value));
  while (rest >= 0x80n) {
    bytes.push(Number(rest & 0x7fn) | 0x80);
    rest >>= 7n;
  }
  bytes.push(Number(rest));
  return Buffer.from(bytes);
}
