export { mohallaMartCatalogue } from "../mohallamart.ts";
export { operationsCatalogue } from "../operations.ts";
export { tenOceanCatalogue } from "../ten-ocean.ts";
