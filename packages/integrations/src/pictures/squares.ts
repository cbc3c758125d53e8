import { createHash, randomBytes } from "node:crypto";
import sharp, { type Metadata } from "sharp";
import { largestPicture, pictureFile, pictureWidths } from "./names.ts";

/** Pixels of the largest picture that is read, the 50 megapixels of a phone. */
const mostPixels = 52_000_000;
/** Bytes of what has to be unpacked as a whole: as many pixels of a progressive photograph from a phone. */
const mostHeld = 160 * 1024 * 1024;
/** Pixels across and down of the smallest one that is worth showing. */
const smallestSide = 240;

/** Why a file is not taken. */
export type PictureFault = "too-large" | "no-picture" | "too-many-pixels" | "too-heavy" | "too-small";

/** A picture in every width that is kept, under names that no other picture ever gets. */
export interface Squares {
  picture: string;
  files: { name: string; content: Uint8Array }[];
}

/**
 * Cuts a photograph to a square around its middle, as it was held, in the widths in which it is kept. What the camera
 * wrote beside it (where it was taken, with what) is in none of the files.
 *
 * What it is is read from its content alone: JPEG, PNG or WebP. One photograph is unpacked at a time.
 */
export function cutSquares(content: Uint8Array): Promise<Squares | PictureFault> {
  const cutting = turn.then(() => cut(content));
  turn = cutting.catch(() => undefined);
  return cutting;
}

let turn: Promise<unknown> = Promise.resolve();

const reading = { limitInputPixels: mostPixels, failOn: "error" } as const;

async function cut(content: Uint8Array): Promise<Squares | PictureFault> {
  if (content.byteLength > largestPicture) return "too-large";
  if (!isKnown(content)) return "no-picture";
  try {
    // Of the header alone, which unpacks nothing.
    const header = await sharp(content, { limitInputPixels: false }).metadata();
    const { width, height } = header;
    if (width * height > mostPixels) return "too-many-pixels";
    if (width * height * heldPerPixel(header) > mostHeld) return "too-heavy";
    if (Math.min(width, height) < smallestSide) return "too-small";
    return named(await inEveryWidth(content));
  } catch {
    // The library's words are about the inside of the file.
    return "no-picture";
  }
}

/**
 * Bytes of each pixel that are in memory until the whole picture is unpacked. Most files are read line by line and hold
 * none; one that becomes sharper and sharper, or is a WebP, is there as a whole.
 */
function heldPerPixel({ format, isProgressive, channels, depth, chromaSubsampling }: Metadata): number {
  if (format === "webp") return 4;
  if (!isProgressive) return 0;
  // Of a JPEG its coefficients, of two bytes each; two of its three colours are usually halved both ways.
  if (format === "jpeg") return 2 * (chromaSubsampling === "4:2:0" ? 1.5 : channels);
  return channels * (depth === "uchar" ? 1 : 2);
}

async function inEveryWidth(content: Uint8Array) {
  const side = Math.max(...pictureWidths);
  const { data, info } = await sharp(content, reading)
    .timeout({ seconds: 20 })
    .autoOrient()
    .flatten({ background: "#ffffff" })
    .resize(side, side, { fit: "cover" })
    .toColourspace("srgb")
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  return await Promise.all(
    pictureWidths.map(async (wanted) => ({
      width: wanted,
      content: await sharp(data, { raw: { width, height, channels } })
        .resize(wanted, wanted)
        .webp({ quality: 80 })
        .toBuffer(),
    })),
  );
}

/**
 * A picture is called by its content and by chance: the same photograph again is another picture, so that one that
 * nobody shows any more is never shown again, and can go.
 */
function named(cuts: Awaited<ReturnType<typeof inEveryWidth>>): Squares {
  const hash = createHash("sha256");
  for (const { content } of cuts) hash.update(content);
  const picture = `${hash.digest("hex").slice(0, 32)}-${randomBytes(8).toString("hex")}`;
  return {
    picture,
    files: cuts.map(({ width, content }) => ({ name: pictureFile(picture, width), content })),
  };
}

/** No other format reaches the library that unpacks. */
function isKnown(content: Uint8Array): boolean {
  const starts = Buffer.from(content.subarray(0, 12)).toString("latin1");
  return (
    starts.startsWith("\xff\xd8\xff") ||
    starts.startsWith("\x89PNG\r\n\x1a\n") ||
    /^RIFF[\s\S]{4}WEBP$/.test(starts)
  );
}
