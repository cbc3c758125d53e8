import { crc32, deflateSync } from "node:zlib";
import sharp from "sharp";
import { expect, it } from "vitest";
import { largestPicture, pictureOf, pictureWidths } from "./names.ts";
import { cutSquares, type Squares } from "./squares.ts";

const red = { r: 200, g: 30, b: 30 };
const blue = { r: 30, g: 30, b: 200 };

/** A picture of one colour. */
function plain(width: number, height: number, background = red) {
  return sharp({ create: { width, height, channels: 3, background } });
}

/** 900 by 600, its left third blue, with what a phone writes beside a photograph. */
function photograph(orientation = 1) {
  return plain(900, 600)
    .composite([
      { input: { create: { width: 300, height: 600, channels: 3, background: blue } }, left: 0, top: 0 },
    ])
    .withExif({ IFD0: { Make: "Phone" }, IFD3: { GPSLatitudeRef: "N", GPSLatitude: "12/1 58/1 0/1" } })
    .withMetadata({ orientation });
}

async function cut(content: Uint8Array): Promise<Squares> {
  const squares = await cutSquares(content);
  if (typeof squares === "string") throw new Error(squares);
  return squares;
}

const corner = async (content: Uint8Array, left: number, top: number) => {
  const [r = 0, , b = 0] = await sharp(content).extract({ left, top, width: 1, height: 1 }).raw().toBuffer();
  return r > b ? "red" : "blue";
};

it.each(["jpeg", "png", "webp"] as const)("a %s becomes a WebP square in every width", async (format) => {
  const { picture, files } = await cut(await plain(700, 1_100).toFormat(format).toBuffer());
  for (const [at, { name, content }] of files.entries()) {
    const width = pictureWidths[at];
    expect(name).toBe(`${picture}/${width}.webp`);
    expect(pictureOf(name)).toBe(picture);
    expect(await sharp(content).metadata()).toMatchObject({ format: "webp", width, height: width });
  }
  expect(files).toHaveLength(pictureWidths.length);
});

it("where a photograph was taken, and with what, is in none of its files", async () => {
  const content = await photograph().jpeg().toBuffer();
  expect(content.includes("Phone")).toBe(true);
  expect((await sharp(content).metadata()).exif).toBeDefined();
  for (const { content: file } of (await cut(content)).files) {
    const { exif, xmp, iptc, icc } = await sharp(file).metadata();
    expect([exif, xmp, iptc, icc]).toEqual([undefined, undefined, undefined, undefined]);
    expect(Buffer.from(file).includes("Phone")).toBe(false);
  }
});

it("is cut around its middle, and stands as the phone was held", async () => {
  const [upright = new Uint8Array()] = (await cut(await photograph().jpeg().toBuffer())).files.map(
    (file) => file.content,
  );
  // The square is the 600 in the middle: a fourth of it is of the blue third.
  expect([await corner(upright, 10, 120), await corner(upright, 230, 120)]).toEqual(["blue", "red"]);
  const [turned = new Uint8Array()] = (await cut(await photograph(6).jpeg().toBuffer())).files.map(
    (file) => file.content,
  );
  expect([await corner(turned, 120, 10), await corner(turned, 120, 230)]).toEqual(["blue", "red"]);
});

it("the same photograph again is another picture of the same content", async () => {
  const content = await plain(400, 400).jpeg().toBuffer();
  const [one, other] = [await cut(content), await cut(content)];
  expect(one.picture).not.toBe(other.picture);
  expect(one.picture.split("-")[0]).toBe(other.picture.split("-")[0]);
});

const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="600" height="600"><rect width="600" height="600"/></svg>`;

it.each([
  ["a text that is called a picture", async () => Buffer.from("a picture, really"), "no-picture"],
  ["nothing", async () => Buffer.from(""), "no-picture"],
  ["a drawing, which is a program", async () => Buffer.from(svg), "no-picture"],
  ["a GIF", () => plain(400, 400).gif().toBuffer(), "no-picture"],
  ["half of a photograph", async () => (await noise(600)).subarray(0, 40_000), "no-picture"],
  [
    "a first line of JPEG before something else",
    async () => Buffer.from("\xff\xd8\xff and a letter", "latin1"),
    "no-picture",
  ],
  ["a stamp", () => plain(400, 200).jpeg().toBuffer(), "too-small"],
  ["more bytes than a phone writes", async () => Buffer.alloc(largestPicture + 1), "too-large"],
  ["a few bytes that unpack into gigabytes", async () => bomb(30_000, 30_000), "too-many-pixels"],
  // Each has no more pixels than may be, but all of them have to be in memory at once.
  [
    "an interlaced PNG of 16 bits",
    async () => bomb(7_000, 7_000, { depth: 16, kind: 6, interlaced: 1 }),
    "too-heavy",
  ],
  ["a progressive JPEG of four full colours", async () => jpegBomb(7_000, 7_000), "too-heavy"],
  ["a WebP that only cameras of our time would write", async () => webpBomb(7_000, 7_000), "too-heavy"],
])("%s is refused", async (_what, content, fault) => {
  expect(await cutSquares(await content())).toBe(fault);
});

/** A photograph that does not compress to nothing. */
function noise(side: number): Promise<Buffer> {
  return sharp({
    create: {
      width: side,
      height: side,
      channels: 3,
      background: red,
      noise: { type: "gaussian", mean: 128, sigma: 60 },
    },
  })
    .jpeg()
    .toBuffer();
}

/** The header of a PNG of that size, and no more of it. */
function bomb(width: number, height: number, { depth = 8, kind = 2, interlaced = 0 } = {}): Buffer {
  const size = Buffer.alloc(8);
  size.writeUInt32BE(width, 0);
  size.writeUInt32BE(height, 4);
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    const sum = Buffer.alloc(4);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  const header = chunk("IHDR", Buffer.concat([size, Buffer.from([depth, kind, 0, 0, interlaced])]));
  const begin = Buffer.from("\x89PNG\r\n\x1a\n", "latin1");
  return Buffer.concat([
    begin,
    header,
    chunk("IDAT", deflateSync(Buffer.alloc(1000))),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

/** The same of a progressive JPEG with four colours, none of them halved. */
function jpegBomb(width: number, height: number): Buffer {
  const colours = [1, 2, 3, 4];
  const size = [height >> 8, height & 255, width >> 8, width & 255];
  const frame = [0xff, 0xc2, 0, 20, 8, ...size, 4, ...colours.flatMap((id) => [id, 0x11, 0])];
  const scan = [0xff, 0xda, 0, 14, 4, ...colours.flatMap((id) => [id, 0]), 0, 0, 0];
  return Buffer.from([0xff, 0xd8, ...frame, ...scan, 0, 0, 0xff, 0xd9]);
}

/** The same of a WebP without losses. */
function webpBomb(width: number, height: number): Buffer {
  const content = Buffer.alloc(10);
  content[0] = 0x2f;
  content.writeUInt32LE(((width - 1) | ((height - 1) << 14)) >>> 0, 1);
  const header = Buffer.from("RIFF\0\0\0\0WEBPVP8L\0\0\0\0", "latin1");
  header.writeUInt32LE(12 + content.length, 4);
  header.writeUInt32LE(content.length, 16);
  return Buffer.concat([header, content]);
}
