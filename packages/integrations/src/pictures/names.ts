/** In how many pixels, across and down, each picture is kept: every picture is a square. */
export const pictureWidths = [240, 480, 960] as const;

/** Bytes of the largest file that is taken; what phones write is a third of it. */
export const largestPicture = 12 * 1024 * 1024;

/** What a file is, and for how long browsers keep it: its name is never given to another content. */
export const pictureHeaders = {
  contentType: "image/webp",
  cacheControl: "public, max-age=31536000, immutable",
};

const form = /^[0-9a-f]{32}-[0-9a-f]{16}\/(?:240|480|960)\.webp$/;

/** The name of a picture's file. */
export function pictureFile(picture: string, width: (typeof pictureWidths)[number]): string {
  return `${picture}/${width}.webp`;
}

/** The picture that a file belongs to; undefined of what is no picture's file. */
export function pictureOf(name: string): string | undefined {
  return form.test(name) ? name.slice(0, name.indexOf("/")) : undefined;
}
