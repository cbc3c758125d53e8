export { tenOceanCatalogue } from "./catalogue.ts";
export { createTenOceanEvents, type TenOceanEvents } from "./emitters.ts";
export { userRegistered } from "./user-registered.ts";
