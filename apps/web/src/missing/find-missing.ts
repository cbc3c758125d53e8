import { DatabaseUnavailableError } from "@org/stores/unavailable";
import { personBeforeRoutes } from "../links/link-follower.ts";
import { currentOrderAccess, mayOpenCheckout } from "../orders/order-reader.ts";
import { findEvent } from "../portal/community/find-event.ts";
import { currentRegistrationAccess } from "../portal/verification/registration-reader.ts";
import { maySeeApplication } from "../selling/application-reader.ts";
import { findProduct } from "../storefront/find-product.ts";
import { findShop } from "../storefront/find-shop.ts";
import { orderLinks, tenOcean } from "../stores.ts";
import { type Section, sectionOf } from "./sections.ts";

/** Undefined when there is none of that id, or it is not for whoever asks. The page asks again, and for more. */
const lookups: Record<Section, (id: string) => Promise<unknown>> = {
  "/checkout": async (id) => (await mayOpenCheckout(id, personBeforeRoutes)) || undefined,
  "/o": (token) => orderLinks().find(token),
  "/orders": (id) => currentOrderAccess(id, personBeforeRoutes),
  "/products": findProduct,
  "/sell/applications": async (id) => (await maySeeApplication(id, personBeforeRoutes)) || undefined,
  "/shops": findShop,
  "/ten-ocean/announcements": (id) => tenOcean().announcements.get(id),
  "/ten-ocean/events": findEvent,
  "/ten-ocean/forum": (id) => tenOcean().forum.topic(id),
  "/ten-ocean/maintenance": (id) => tenOcean().maintenance.get(id),
  "/ten-ocean/residents": (id) => currentRegistrationAccess(id, personBeforeRoutes),
};

/**
 * Whether someone opens a page about something that does not exist, in one of the sections. A page that finds out
 * itself, as whether its reader may see the thing, is answered with 404 as well, but its body is empty until scripts run: React renders no error
 * boundary, which `notFound()` needs, on the server.
 *
 * @throws DatabaseUnavailableError: the page would wait for the database once more.
 */
export async function isMissing(request: Request): Promise<boolean> {
  if (!opensPage(request)) return false;
  const found = sectionOf(new URL(request.url).pathname);
  if (!found) return false;
  try {
    return (await lookups[found.section](found.id)) === undefined;
  } catch (error) {
    if (DatabaseUnavailableError.isInstance(error)) throw error;
    // The page fails for the same reason, and says so.
    return false;
  }
}

/** Not what scripts and prefetches ask for; browsers tell, by and large. */
function opensPage({ method, headers }: Request): boolean {
  const destination = headers.get("sec-fetch-dest") ?? "document";
  return destination === "document" && (method === "GET" || method === "HEAD");
}
