import type { EventCatalogue } from "./internal/catalogue.ts";
import * as everyCatalogue from "./internal/every-catalogue.ts";

/** Every catalogue of the package, for what must leave no event out: `createRedactor(...catalogues)`. */
export const catalogues: readonly EventCatalogue[] = Object.values(everyCatalogue);
