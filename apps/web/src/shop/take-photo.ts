import type { mohallaMartCommands } from "../commands.ts";
import type { Limiter } from "../http/limit.ts";
import { createPlaces, type Places } from "../http/places.ts";
import { readPhoto } from "./read-photo.ts";

interface Ports {
  limiter: Limiter;
  places: Places;
  /** Absent where no pictures are kept. */
  savePicture: ReturnType<typeof mohallaMartCommands>["savePicture"];
}

/** Of the photo that a form sends. */
export interface Taking {
  productId: string;
  /** The shopkeeper's own. */
  shopId: string;
  request: Pick<Request, "headers" | "body">;
}

const megabyte = 1024 * 1024;

/** A photo is in memory several times over, and waits for those before it: so many at once, and so many of one shop. */
export const photoPlaces = { total: 6, each: 2 };

declare global {
  // Like the pools in database.ts: one for all of the process.
  var orgWebPhotoPlaces: Places | undefined;
}

/** Those of this process. */
export function placesForPhotos(): Places {
  globalThis.orgWebPhotoPlaces ??= createPlaces(photoPlaces);
  return globalThis.orgWebPhotoPlaces;
}

/**
 * Gives a product the photo that is sent, unless too many are under way, or its shop has sent its share of the day: a file
 * over either number is not read, and one over the bytes is neither unpacked nor kept.
 * @returns what became of it, as the page of the product says it
 */
export async function takePhoto({ places, ...ports }: Ports, taking: Taking): Promise<string> {
  const leave = places.take(taking.shopId);
  if (typeof leave === "string") return "busy";
  try {
    return await takeInTurn(ports, taking);
  } finally {
    leave();
  }
}

async function takeInTurn(
  { limiter, savePicture }: Omit<Ports, "places">,
  { productId, shopId, request }: Taking,
): Promise<string> {
  if (!(await limiter.allows("pictures", shopId))) return "too-many";
  const content = await readPhoto(request);
  if (typeof content === "string") return content;
  if (!(await allowsBytes(limiter, shopId, content.byteLength))) return "too-many";
  const outcome = await savePicture?.({ productId, shopId, content });
  if (!outcome) return "unavailable";
  return outcome.ok ? "saved" : outcome.code;
}

async function allowsBytes(limiter: Limiter, shopId: string, bytes: number): Promise<boolean> {
  const begun = Array.from({ length: Math.ceil(bytes / megabyte) });
  const allowed = await Promise.all(begun.map(() => limiter.allows("picture-megabytes", shopId)));
  return allowed.every(Boolean);
}
